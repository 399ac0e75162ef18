package io.nordwand.kiosk;

import io.nordwand.web.Access;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Role;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The list of screens as it changes. */
@RestController
@Access(Role.ADMIN)
class ScreensEventsController {

    private final ScreenRows rows;
    private final LiveStream stream;

    ScreensEventsController(ScreenRows rows, LiveStream stream) {
        this.rows = rows;
        this.stream = stream;
    }

    @GetMapping(path = ScreensController.PATH + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events() {
        return stream.of(rows.regions());
    }
}
