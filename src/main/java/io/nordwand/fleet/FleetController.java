package io.nordwand.fleet;

import io.nordwand.web.Access;
import io.nordwand.web.Overviews;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import io.nordwand.web.SharedPages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.View;

/** The fleet page, whole or only what a change of the filters changes. */
@Page
@Access(Role.VIEWER)
class FleetController {

    private final Overviews<Tile> tiles;
    private final FleetPages pages;
    private final View whole;

    FleetController(Overviews<Tile> tiles, FleetPages pages, SharedPages shared) {
        this.tiles = tiles;
        this.pages = pages;
        this.whole = shared.of("fleet/fleet", "page");
    }

    @GetMapping("/fleet")
    View page(@RequestParam MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        show(params, model, response);
        return whole;
    }

    /** A link is a step that one can go back; typing in the form is not a step for each letter. */
    @GetMapping(path = "/fleet", headers = "HX-Request-Type=partial")
    String regions(
            @RequestParam MultiValueMap<String, String> params,
            @RequestHeader(name = "HX-Source", required = false) @Nullable String source,
            Model model,
            ServerHttpResponse response) {
        FleetPage page = show(params, model, response);
        boolean typed = "form#filters".equals(source);
        response.getHeaders()
                .set(typed ? "HX-Replace-Url" : "HX-Push-Url", page.query().href());
        return "fleet/changed";
    }

    private FleetPage show(MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        response.getHeaders().add("Vary", "HX-Request-Type");
        FleetPage page = pages.page(tiles.current(), FleetQuery.from(params));
        model.addAttribute("page", page);
        return page;
    }
}
