package io.nordwand.kiosk;

import io.nordwand.web.Open;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a TV opens: its board if it is connected, else a code to be connected by. Its browser is known by the secret in its
 * cookie alone; nobody is signed in by it, and no session is made.
 */
@RestController
@Open
class KioskController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Duration PENDING = Codes.LIFE.plusMinutes(1);

    private final Screens screens;
    private final Sightings sightings;
    private final Codes codes;
    private final KioskProperties properties;
    private final PairHtml pairing;
    private final ScreenStream stream;
    private final Clock clock;

    KioskController(
            Screens screens,
            Sightings sightings,
            Codes codes,
            KioskProperties properties,
            PairHtml pairing,
            ScreenStream stream,
            Clock clock) {
        this.screens = screens;
        this.sightings = sightings;
        this.codes = codes;
        this.properties = properties;
        this.pairing = pairing;
        this.stream = stream;
        this.clock = clock;
    }

    @GetMapping(ScreenCookie.PATH)
    ResponseEntity<String> show(
            @CookieValue(name = Viewports.COOKIE, required = false) @Nullable String told, ServerWebExchange exchange) {
        String token = ScreenCookie.of(exchange.getRequest());
        Screen screen = screens.withToken(token);
        if (screen == null || token == null) {
            return pairing(exchange, token);
        }
        sightings.note(screen, sighting(exchange));
        ScreenCookie.set(exchange, token, ScreenCookie.LONG);
        String size = exchange.getRequest().getQueryParams().getFirst("size");
        Viewport viewport = Viewports.of(size, told, screen.display().upright());
        return html(HttpStatus.OK, stream.page(screen, viewport, path(exchange)));
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

    private ResponseEntity<String> pairing(ServerWebExchange exchange, @Nullable String token) {
        URI base = base(exchange.getRequest());
        Waiting waiting = waiting(token, exchange);
        if (waiting == null) {
            String made = Token.made();
            waiting = codes.begin(Objects.requireNonNull(Token.hash(made)), sighting(exchange));
            if (waiting != null) {
                ScreenCookie.set(exchange, made, PENDING);
            }
        }
        return waiting == null
                ? html(HttpStatus.SERVICE_UNAVAILABLE, pairing.page(null))
                : html(HttpStatus.OK, pairing.page(PairPage.of(waiting, base)));
    }

    private static ResponseEntity<String> html(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(page);
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().contextPath().value() + ScreenCookie.PATH;
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
        if (properties.address() != null) {
            return properties.address();
        }
        URI asked = request.getURI();
        if (asked.getScheme() != null && asked.getHost() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The header Host names no host");
        }
        return UriComponentsBuilder.fromUri(asked)
                .replacePath(request.getPath().contextPath().value())
                .replaceQuery(null)
                .fragment(null)
                .build(true)
                .toUri();
    }
}
