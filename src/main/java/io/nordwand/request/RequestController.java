package io.nordwand.request;

import io.nordwand.dispatch.Order;
import io.nordwand.dispatch.Orders;
import io.nordwand.web.Access;
import io.nordwand.web.Differences;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything that is asked for, whole or only what a change of the filters changes, and its live stream. */
@Page
@Access(Role.VIEWER)
class RequestController {

    private static final Viewer NOBODY = new Viewer("", Role.VIEWER);

    private final RequestPages pages;
    private final RequestHtml html;
    private final LiveStream liveStream;
    private final Orders orders;

    RequestController(RequestPages pages, RequestHtml html, LiveStream liveStream, Orders orders) {
        this.orders = orders;
        this.pages = pages;
        this.html = html;
        this.liveStream = liveStream;
    }

    @GetMapping("/requests")
    Mono<String> page(@RequestParam MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        return show(params, model, response).thenReturn("request/requests");
    }

    /** A link is a step that one can go back; typing in the form is not a step for each letter. */
    @GetMapping(path = "/requests", headers = "HX-Request-Type=partial")
    Mono<String> region(
            @RequestParam MultiValueMap<String, String> params,
            @RequestHeader(name = "HX-Source", required = false) @Nullable String source,
            Model model,
            ServerHttpResponse response) {
        boolean typed = "form#request-filters".equals(source);
        return show(params, model, response)
                .doOnNext(page -> response.getHeaders()
                        .set(
                                typed ? "HX-Replace-Url" : "HX-Push-Url",
                                page.query().href()))
                .thenReturn("request/changed");
    }

    /** Needs the frame's model, unlike other streams: what somebody sees depends on who they are. */
    @ResponseBody
    @GetMapping(path = "/requests/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(defaultValue = "-1") long rev,
            Model model) {
        return viewer(model)
                .flatMapMany(viewer -> liveStream.of(
                        new Differences<>(new RequestDrawing(html, viewer.isOperator()), RequestPage::revision, 1)
                                .regions(pages.updates(RequestQuery.from(params), viewer.name()), rev)));
    }

    /** What was asked for and not sent, or not yet; all else is on the page of the viewer's own. */
    @GetMapping("/requests/filed/{order}")
    Rendering filed(@PathVariable String order) {
        Order.Item item = orders.find(Replies.id(order))
                .map(found -> found.items().get(0))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such order"));
        boolean held = item.state() == Order.State.WAITING || item.state() == Order.State.NOT_SENT;
        return held
                ? Rendering.view("request/filed")
                        .modelAttribute("subject", item.subject())
                        .modelAttribute("standing", item.state().key())
                        .modelAttribute("sentence", item.sentence())
                        .build()
                : Rendering.redirectTo("/requests?mine=1")
                        .status(HttpStatus.SEE_OTHER)
                        .build();
    }

    private Mono<RequestPage> show(MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        response.getHeaders().add("Vary", "HX-Request-Type");
        return viewer(model)
                .flatMap(viewer -> pages.page(RequestQuery.from(params), viewer.name())
                        .doOnNext(page -> {
                            if (page.phase() == RequestPage.Phase.DOWN) {
                                response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
                            }
                            model.addAttribute("page", page);
                            model.addAttribute("acts", viewer.isOperator());
                        }));
    }

    /** The viewer, whom the frame puts into the model as a value or as one to come. */
    private static Mono<Viewer> viewer(Model model) {
        Object viewer = model.getAttribute("viewer");
        Mono<?> coming = viewer instanceof Mono<?> mono ? mono : Mono.justOrEmpty(viewer);
        return coming.ofType(Viewer.class).defaultIfEmpty(NOBODY);
    }
}
