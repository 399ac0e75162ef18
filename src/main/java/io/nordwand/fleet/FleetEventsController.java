package io.nordwand.fleet;

import io.nordwand.web.Access;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Role;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The fleet page's live stream; no page controller, since a stream needs neither the frame's model nor a form token. */
@RestController
@Access(Role.VIEWER)
class FleetEventsController {

    private final FleetStream stream;
    private final LiveStream liveStream;

    FleetEventsController(FleetStream stream, LiveStream liveStream) {
        this.stream = stream;
        this.liveStream = liveStream;
    }

    @GetMapping(path = "/fleet/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(defaultValue = "cards") String shown,
            @RequestParam(defaultValue = "-1") long rev) {
        FleetView view = FleetView.from(shown).orElse(FleetView.CARDS);
        return liveStream.of(stream.regions(FleetQuery.from(params), view, rev));
    }
}
