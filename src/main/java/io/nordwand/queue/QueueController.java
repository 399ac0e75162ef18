package io.nordwand.queue;

import io.nordwand.web.Access;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Overviews;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The queues page, whole or only what a change of the filters changes, and its live stream. */
@Page
@Access(Role.VIEWER)
class QueueController {

    private final Overviews<Lane> lanes;
    private final QueuePages pages;
    private final QueueStream stream;
    private final LiveStream liveStream;
    private final Ways ways;

    QueueController(Overviews<Lane> lanes, QueuePages pages, QueueStream stream, LiveStream liveStream, Ways ways) {
        this.lanes = lanes;
        this.pages = pages;
        this.stream = stream;
        this.liveStream = liveStream;
        this.ways = ways;
    }

    @GetMapping("/queues")
    Mono<String> page(@RequestParam MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        show(params, model, response);
        return acts(model).doOnNext(acts -> model.addAttribute("acts", acts)).thenReturn("queue/queues");
    }

    /** A link is a step that one can go back; typing in the form is not a step for each letter. */
    @GetMapping(path = "/queues", headers = "HX-Request-Type=partial")
    Mono<String> regions(
            @RequestParam MultiValueMap<String, String> params,
            @RequestHeader(name = "HX-Source", required = false) @Nullable String source,
            Model model,
            ServerHttpResponse response) {
        QueuePage page = show(params, model, response);
        boolean typed = "form#queue-filters".equals(source);
        response.getHeaders()
                .set(typed ? "HX-Replace-Url" : "HX-Push-Url", page.query().href());
        return acts(model).doOnNext(acts -> model.addAttribute("acts", acts)).thenReturn("queue/changed");
    }

    /** Needs the frame's model, unlike other streams: who may act is shown how to. */
    @ResponseBody
    @GetMapping(path = "/queues/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(defaultValue = "-1") long rev,
            Model model) {
        return acts(model).flatMapMany(acts -> liveStream.of(stream.regions(QueueQuery.from(params), acts, rev)));
    }

    private QueuePage show(MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        response.getHeaders().add("Vary", "HX-Request-Type");
        QueuePage page = pages.page(lanes.current(), QueueQuery.from(params));
        model.addAttribute("page", page);
        model.addAttribute("view", page.viewKey());
        model.addAttribute("ways", ways);
        return page;
    }

    /** Whether the viewer, whom the frame puts into the model as a value or as one to come, may act on queues. */
    private static Mono<Boolean> acts(Model model) {
        Object viewer = model.getAttribute("viewer");
        Mono<?> coming = viewer instanceof Mono<?> mono ? mono : Mono.justOrEmpty(viewer);
        return coming.ofType(Viewer.class).map(Viewer::isOperator).defaultIfEmpty(false);
    }
}
