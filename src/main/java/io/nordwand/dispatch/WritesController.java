package io.nordwand.dispatch;

import io.nordwand.audit.Actors;
import io.nordwand.web.Access;
import io.nordwand.web.Htmx;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The page of the switch for all writing, and the two questions before it is turned. */
@Page
@Access(Role.ADMIN)
@RequestMapping(WritesController.PATH)
class WritesController {

    static final String PATH = "/admin/writes";

    private static final int LONGEST = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Writes writes;

    WritesController(Writes writes) {
        this.writes = writes;
    }

    @GetMapping
    Rendering page() {
        return view("dispatch/writes").build();
    }

    private Rendering.Builder<?> view(String template) {
        Rendering.Builder<?> view = Rendering.view(template).modelAttribute("stored", writes.stored());
        writes.stopped().ifPresent(stop -> view.modelAttribute("stop", stop));
        return view;
    }

    @GetMapping("/{turn}")
    Rendering question(@PathVariable String turn, ServerWebExchange exchange) {
        boolean modal = "partial".equals(exchange.getRequest().getHeaders().getFirst("HX-Request-Type"));
        return question(turn, modal, null).build();
    }

    private Rendering.Builder<?> question(String turn, boolean modal, @Nullable String problem) {
        if (!turn.equals("stop") && !turn.equals("allow")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return view(modal ? "dispatch/writes-turn :: dialog" : "dispatch/writes-turn")
                .modelAttribute("turn", turn)
                .modelAttribute("modal", modal)
                .modelAttribute("problem", problem == null ? "" : problem);
    }

    /** Stops in any case, also where that can't be stored; the page says so then. */
    @PostMapping("/stop")
    Mono<Rendering> stop(ServerWebExchange exchange) {
        return Mono.zip(Actors.of(exchange), exchange.getFormData()).flatMap(both -> {
            String reason = reason(both.getT2());
            return reason.isEmpty()
                    ? Mono.just(again("stop", "writes.no-reason", HttpStatus.UNPROCESSABLE_CONTENT, exchange))
                    : writes.stop(both.getT1(), reason)
                            .timeout(PATIENCE, Mono.just(false))
                            .thenReturn(back(exchange));
        });
    }

    /** Allows only the end of the very stop that was shown: a newer one has a reason of its own. */
    @PostMapping("/allow")
    Mono<Rendering> allow(ServerWebExchange exchange) {
        return Mono.zip(Actors.of(exchange), exchange.getFormData()).flatMap(both -> {
            Optional<Stop> now = writes.stopped();
            String shown = both.getT2().getFirst("since");
            if (now.isPresent() && !String.valueOf(now.get().since()).equals(shown)) {
                return Mono.just(again("allow", "writes.changed", HttpStatus.CONFLICT, exchange));
            }
            return writes.allow(both.getT1())
                    .timeout(PATIENCE)
                    .thenReturn(back(exchange))
                    .onErrorResume(problem ->
                            Mono.just(again("allow", "writes.not-stored", HttpStatus.SERVICE_UNAVAILABLE, exchange)));
        });
    }

    private static String reason(MultiValueMap<String, String> form) {
        String given = form.getFirst("reason");
        String plain = given == null ? "" : Wording.oneLine(given).strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    private Rendering again(String turn, String problem, HttpStatus status, ServerWebExchange exchange) {
        boolean htmx = Htmx.asks(exchange.getRequest());
        Rendering.Builder<?> view = question(turn, htmx, problem).status(status);
        return (htmx ? view.header("HX-Retarget", "#dialogs").header("HX-Reswap", "innerHTML") : view).build();
    }

    private static Rendering back(ServerWebExchange exchange) {
        return new Leaving(URI.create(PATH), Htmx.asks(exchange.getRequest()));
    }
}
