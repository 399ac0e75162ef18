package io.nordwand.kiosk;

import io.nordwand.web.Open;
import io.nordwand.web.Times;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a TV opens: its board if it is connected, else a code to be connected by. Its browser is known by the secret in its
 * cookie alone; nobody is signed in by it, and no session is made.
 */
@Controller
@Open
class KioskController {

    private static final Duration PENDING = Codes.LIFE.plusMinutes(1);

    private final Screens screens;
    private final Sightings sightings;
    private final Codes codes;
    private final KioskProperties properties;
    private final Times times;
    private final Clock clock;

    KioskController(
            Screens screens,
            Sightings sightings,
            Codes codes,
            KioskProperties properties,
            Times times,
            Clock clock) {
        this.screens = screens;
        this.sightings = sightings;
        this.codes = codes;
        this.properties = properties;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping(ScreenCookie.PATH)
    Rendering show(ServerWebExchange exchange) {
        String token = ScreenCookie.of(exchange.getRequest());
        Screen screen = screens.withToken(token);
        if (screen == null || token == null) {
            return pairing(exchange, token);
        }
        sightings.note(screen, sighting(exchange));
        ScreenCookie.set(exchange, token, ScreenCookie.LONG);
        return board(screen);
    }

    /** A sign of life of a page's script, which hears whether the page still is what this browser should show. */
    @GetMapping(ScreenCookie.PATH + "/seen")
    ResponseEntity<String> seen(ServerWebExchange exchange) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(state(exchange));
    }

    private String state(ServerWebExchange exchange) {
        String token = ScreenCookie.of(exchange.getRequest());
        Screen screen = screens.withToken(token);
        if (screen != null) {
            sightings.note(screen, sighting(exchange));
            return "connected";
        }
        return waiting(token, exchange) == null ? "over" : "waiting";
    }

    private Rendering board(Screen screen) {
        return Rendering.view("kiosk/screen")
                .modelAttribute("screen", screen)
                .modelAttribute("times", times)
                .build();
    }

    private Rendering pairing(ServerWebExchange exchange, @Nullable String token) {
        Waiting waiting = waiting(token, exchange);
        if (waiting == null) {
            String made = Token.made();
            waiting = codes.begin(Objects.requireNonNull(Token.hash(made)), sighting(exchange));
            if (waiting != null) {
                ScreenCookie.set(exchange, made, PENDING);
            }
        }
        Rendering.Builder<?> view = Rendering.view("kiosk/pair").modelAttribute("times", times);
        return waiting == null
                ? view.status(HttpStatus.SERVICE_UNAVAILABLE).build()
                : view.modelAttribute("pair", PairPage.of(waiting, base(exchange.getRequest())))
                        .build();
    }

    private @Nullable Waiting waiting(@Nullable String token, ServerWebExchange exchange) {
        String hash = Token.hash(token);
        return hash == null ? null : codes.waiting(hash, sighting(exchange));
    }

    private Sighting sighting(ServerWebExchange exchange) {
        return Sighting.of(exchange.getRequest(), clock.instant());
    }

    /** Where people reach this program: as it is set, else as this browser did. */
    private URI base(ServerHttpRequest request) {
        return properties.address() != null
                ? properties.address()
                : UriComponentsBuilder.fromUri(request.getURI())
                        .replacePath(request.getPath().contextPath().value())
                        .replaceQuery(null)
                        .fragment(null)
                        .build(true)
                        .toUri();
    }
}
