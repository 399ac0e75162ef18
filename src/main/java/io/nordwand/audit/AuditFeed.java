package io.nordwand.audit;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells open pages that the log has grown. */
@Component
class AuditFeed {

    private final Sinks.Many<Boolean> sink = Sinks.many().multicast().directBestEffort();

    void grown() {
        synchronized (sink) {
            sink.tryEmitNext(true);
        }
    }

    /** One item at each growth; a slow reader gets one for many. */
    Flux<Boolean> growth() {
        return sink.asFlux().onBackpressureLatest();
    }
}
