package io.nordwand.database;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether the database does its work at the moment. Logs when that changes, not each time. */
@Component
class Condition {

    private static final Logger log = LoggerFactory.getLogger(Condition.class);

    private final Clock clock;
    private final AtomicReference<@Nullable Instant> failingSince = new AtomicReference<>();

    private volatile @Nullable Exception lost;

    Condition(Clock clock) {
        this.clock = clock;
    }

    /** Since when it fails; null while all is well. */
    @Nullable
    Instant failingSince() {
        return failingSince.get();
    }

    void failed(Exception problem) {
        if (failingSince.compareAndSet(null, clock.instant())) {
            log.error("The database fails; what has to be stored is refused until it is well again", problem);
        }
    }

    /** For good, until the program is started again: its file is gone. */
    void lost(Exception why) {
        lost = why;
        failed(why);
    }

    /** Why nothing is to be stored any more, or null. */
    @Nullable
    Exception lost() {
        return lost;
    }

    void well() {
        if (lost != null) {
            return;
        }
        Instant since = failingSince.getAndSet(null);
        if (since != null) {
            log.info("The database is well again; it had failed since {}", since);
        }
    }
}
