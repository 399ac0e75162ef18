package io.nordwand.fleet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.farm.Farms;
import io.nordwand.farm.PrinterId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has a printer read afresh when somebody opens its page, in the background and at most every few seconds, however many
 * open it.
 */
@Component
class Openings {

    private static final Logger log = LoggerFactory.getLogger(Openings.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Farms farms;
    private final Clock clock;
    private final Cache<PrinterId, Instant> asked =
            Caffeine.newBuilder().maximumSize(20_000).build();

    Openings(Farms farms, Clock clock) {
        this.farms = farms;
        this.clock = clock;
    }

    /** Returns at once; what was read comes with the farm, and a failure only means that the page stays as old as it is. */
    void opened(PrinterId printer) {
        if (due(printer)) {
            var unused = farms.refresh(printer)
                    .subscribe(
                            reading -> log.debug("Read {} for a viewer", printer),
                            error -> log.debug("Could not read {} for a viewer: {}", printer, error.getMessage()));
        }
    }

    private boolean due(PrinterId printer) {
        Instant now = clock.instant();
        AtomicBoolean due = new AtomicBoolean();
        asked.asMap().compute(printer, (id, last) -> {
            due.set(last == null || !now.isBefore(last.plus(PAUSE)));
            return due.get() || last == null ? now : last;
        });
        return due.get();
    }
}
