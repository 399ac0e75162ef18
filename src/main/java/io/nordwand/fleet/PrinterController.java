package io.nordwand.fleet;

import io.nordwand.farm.PrinterId;
import io.nordwand.web.Access;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Page;
import io.nordwand.web.Paths;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One printer's page and its live stream. */
@Page
@Access(Role.VIEWER)
@RequestMapping("/printers/{id}")
class PrinterController {

    private final PrinterViews views;
    private final PrinterStream stream;
    private final Openings openings;
    private final LiveStream liveStream;

    PrinterController(PrinterViews views, PrinterStream stream, Openings openings, LiveStream liveStream) {
        this.views = views;
        this.stream = stream;
        this.openings = openings;
        this.liveStream = liveStream;
    }

    @GetMapping
    Mono<Rendering> page(@PathVariable String id, Model model, ServerWebExchange exchange) {
        return rendering("fleet/printer", id, model, exchange);
    }

    @GetMapping(headers = "HX-Request-Type=partial")
    Mono<Rendering> region(@PathVariable String id, Model model, ServerWebExchange exchange) {
        return rendering("fleet/printer :: whole", id, model, exchange);
    }

    /** Needs the frame's model, unlike other streams: what is drawn depends on the viewer and carries their forms. */
    @ResponseBody
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String rev,
            Model model,
            ServerWebExchange exchange) {
        PrinterId printer = printer(id);
        return viewer(model)
                .flatMapMany(viewer -> liveStream.of(stream.regions(printer, viewer.orElse(null), rev, exchange)));
    }

    private Mono<Rendering> rendering(String view, String id, Model model, ServerWebExchange exchange) {
        PrinterId printer = printer(id);
        exchange.getResponse().getHeaders().add("Vary", "HX-Request-Type");
        return viewer(model)
                .flatMap(viewer -> views.current(printer, viewer.orElse(null), exchange))
                .map(shown -> {
                    if (shown.page().presence() == Presence.GONE) {
                        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                    }
                    openings.opened(printer);
                    return Rendering.view(view)
                            .model(shown.model())
                            .modelAttribute("streamUrl", Paths.printer(printer) + "/events?rev=" + shown.revision())
                            .build();
                });
    }

    private static PrinterId printer(String id) {
        if (id.isBlank()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new PrinterId(id);
    }

    /** The frame puts the viewer into the model, as a value or as one to come. */
    private static Mono<Optional<Viewer>> viewer(Model model) {
        Object viewer = model.getAttribute("viewer");
        Mono<?> coming = viewer instanceof Mono<?> mono ? mono : Mono.justOrEmpty(viewer);
        return coming.ofType(Viewer.class).map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
