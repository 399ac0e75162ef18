package io.nordwand.kiosk;

import io.nordwand.web.ForScreen;
import io.nordwand.web.LiveStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** The live stream of the one screen whose token the request carries. */
@RestController
@ForScreen
class KioskEventsController {

    private final Screens screens;
    private final Sightings sightings;
    private final ScreenStream stream;
    private final LiveStream liveStream;
    private final Clock clock;

    KioskEventsController(
            Screens screens, Sightings sightings, ScreenStream stream, LiveStream liveStream, Clock clock) {
        this.screens = screens;
        this.sightings = sightings;
        this.stream = stream;
        this.liveStream = liveStream;
        this.clock = clock;
    }

    @GetMapping(path = ScreenCookie.PATH + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(
            @CookieValue(name = Viewports.COOKIE, required = false) @Nullable String told,
            @RequestParam(defaultValue = "-1") long rev,
            @RequestParam(name = "of", required = false) @Nullable String asOf,
            ServerWebExchange exchange) {
        String token = ScreenCookie.of(exchange.getRequest());
        Screen screen = screens.withToken(token);
        if (screen == null || token == null) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        sightings.note(screen, Sighting.of(exchange.getRequest(), clock.instant()));
        Viewport viewport = Viewports.of(null, told, screen.display().upright());
        return liveStream.bare(stream.regions(token, viewport, Known.of(rev, asOf)));
    }
}
