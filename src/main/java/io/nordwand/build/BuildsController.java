package io.nordwand.build;

import io.nordwand.web.Access;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of builds, whole or only what a change of the filters changes, and its live stream. */
@Page
@Access(Role.VIEWER)
class BuildsController {

    private final BuildsPages pages;
    private final BuildsStream stream;
    private final LiveStream liveStream;

    BuildsController(BuildsPages pages, BuildsStream stream, LiveStream liveStream) {
        this.pages = pages;
        this.stream = stream;
        this.liveStream = liveStream;
    }

    @GetMapping("/builds")
    Mono<String> page(@RequestParam MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        return pages.page(BuildsQuery.from(params)).flatMap(page -> {
            if (page.phase() == BuildsPage.Phase.DOWN) {
                response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
            }
            return show(page, "build/builds", model, response);
        });
    }

    /** The form sends the filters as they change; that is no step to go back to for each letter. */
    @GetMapping(path = "/builds", headers = "HX-Request-Type=partial")
    Mono<String> region(@RequestParam MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        return pages.page(BuildsQuery.from(params)).flatMap(page -> {
            response.getHeaders().set("HX-Replace-Url", page.query().href());
            return show(page, "build/list :: region", model, response);
        });
    }

    /** Needs the frame's model, unlike other streams: operators see what they can do. */
    @ResponseBody
    @GetMapping(path = "/builds/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(defaultValue = "") String rev,
            Model model) {
        return Viewing.acts(model)
                .flatMapMany(acts -> liveStream.of(stream.regions(BuildsQuery.from(params), acts, rev)));
    }

    private static Mono<String> show(BuildsPage page, String view, Model model, ServerHttpResponse response) {
        response.getHeaders().add("Vary", "HX-Request-Type");
        model.addAttribute("page", page);
        return Viewing.acts(model)
                .doOnNext(acts -> model.addAttribute("acts", acts))
                .thenReturn(view);
    }
}
