package io.nordwand.kiosk;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Actors;
import io.nordwand.database.StorableText;
import io.nordwand.web.Access;
import io.nordwand.web.Htmx;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
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

/** What is done to screens from afar: ask for the name, load anew, put a line on them, disconnect. */
@Page
@Access(Role.ADMIN)
@RequestMapping(ScreensController.PATH)
class ScreenDeedsController {

    /** Keys of what the list tells when it was just done. */
    static final Set<String> TOLD =
            Set.of("pair", "replace", "edit", "revoke", "identify", "reload", "message", "silence");

    /** For how long a line may stay, by the key of the choice; all others until it is taken away. */
    private static final Map<String, Duration> ENDS = Map.of(
            "30m",
            Duration.ofMinutes(30),
            "2h",
            Duration.ofHours(2),
            "8h",
            Duration.ofHours(8),
            "24h",
            Duration.ofHours(24));

    private final Screens screens;
    private final ScreenChanges changes;
    private final Clock clock;

    ScreenDeedsController(Screens screens, ScreenChanges changes, Clock clock) {
        this.screens = screens;
        this.changes = changes;
        this.clock = clock;
    }

    @PostMapping("/{id}/identify")
    Mono<Rendering> identify(@PathVariable long id, ServerWebExchange exchange) {
        return done("identify", id, exchange, changes::identify);
    }

    @PostMapping("/{id}/reload")
    Mono<Rendering> reload(@PathVariable long id, ServerWebExchange exchange) {
        return done("reload", id, exchange, changes::reload);
    }

    @GetMapping("/{id}/revoke")
    Rendering question(@PathVariable long id, ServerWebExchange exchange) {
        boolean modal = Htmx.asks(exchange.getRequest())
                && "partial".equals(exchange.getRequest().getHeaders().getFirst("HX-Request-Type"));
        return Rendering.view(modal ? "kiosk/revoke :: dialog" : "kiosk/revoke")
                .modelAttribute("modal", modal)
                .modelAttribute("screen", screen(id))
                .build();
    }

    @PostMapping("/{id}/revoke")
    Mono<Rendering> revoke(@PathVariable long id, ServerWebExchange exchange) {
        return done("revoke", id, exchange, changes::revoke);
    }

    /** To the screen that the form names, or to all of them. */
    @PostMapping("/message")
    Mono<Rendering> message(ServerWebExchange exchange) {
        return Mono.zip(Actors.of(exchange), exchange.getFormData()).flatMap(both -> say(both.getT1(), both.getT2()));
    }

    /** Takes the line away from one screen. */
    @PostMapping("/{id}/silence")
    Mono<Rendering> silence(@PathVariable long id, ServerWebExchange exchange) {
        return done(
                "silence",
                id,
                exchange,
                (actor, screen) -> changes.say(actor, screen, null).map(all -> all.get(0)));
    }

    private Mono<Rendering> say(Actor actor, MultiValueMap<String, String> form) {
        String text = Objects.requireNonNullElse(StorableText.of(form.getFirst("text")), "")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .replaceAll("[\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
        if (text.codePointCount(0, text.length()) > FloorMessage.LONGEST) {
            return Mono.just(refused(Refusal.MESSAGE_INVALID));
        }
        String to = Objects.requireNonNullElse(form.getFirst("to"), "");
        Screen one = to.matches("\\d{1,18}") ? screens.numbered(Long.parseLong(to)) : null;
        if (!to.isEmpty() && one == null) {
            return Mono.just(refused(Refusal.GONE));
        }
        FloorMessage message = text.isEmpty() ? null : new FloorMessage(text, until(form), actor.name());
        return changes.say(actor, one, message)
                .map(all -> ScreensController.back(message == null ? "silence" : "message", one))
                .onErrorResume(RefusedException.class, why -> Mono.just(refused(why.refusal())));
    }

    private @Nullable Instant until(MultiValueMap<String, String> form) {
        Duration life = ENDS.get(Objects.requireNonNullElse(form.getFirst("for"), ""));
        return life == null ? null : clock.instant().plus(life);
    }

    private Mono<Rendering> done(
            String told, long id, ServerWebExchange exchange, BiFunction<Actor, Screen, Mono<Screen>> deed) {
        Screen there = screens.numbered(id);
        if (there == null) {
            return Mono.just(refused(Refusal.GONE));
        }
        return Actors.of(exchange)
                .flatMap(actor -> deed.apply(actor, there))
                .map(screen -> ScreensController.back(told, screen.connected() ? screen : null))
                .onErrorResume(RefusedException.class, refused -> Mono.just(refused(refused.refusal())));
    }

    static Rendering refused(Refusal refusal) {
        return Rendering.view("kiosk/refused")
                .status(refusal.status())
                .modelAttribute("refusal", refusal)
                .build();
    }

    private Screen screen(long id) {
        Screen screen = screens.numbered(id);
        if (screen == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return screen;
    }

    /** Keys of the ends that a form offers, shortest first. */
    static List<String> ends() {
        return List.of("30m", "2h", "8h", "24h");
    }
}
