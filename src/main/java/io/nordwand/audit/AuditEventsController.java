package io.nordwand.audit;

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

/** The log's live stream. */
@RestController
@Access(Role.OPERATOR)
class AuditEventsController {

    private final AuditStream stream;
    private final LiveStream liveStream;

    AuditEventsController(AuditStream stream, LiveStream liveStream) {
        this.stream = stream;
        this.liveStream = liveStream;
    }

    @GetMapping(path = "/audit/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(defaultValue = "0") long oldest,
            @RequestParam(defaultValue = "") String rev) {
        return liveStream.of(stream.regions(AuditQuery.from(params), oldest, rev));
    }
}
