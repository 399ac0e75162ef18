package io.nordwand.person;

import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.PeopleSource;
import io.nordwand.farm.record.PersonRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The list of people, which hardly changes: read when somebody looks and the last reading is an hour old, once for all
 * who look meanwhile. When Eiger can't be asked, the old list stands, with its age and the reason.
 */
@Component
class People {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /**
     * What is known.
     *
     * @param people by name; empty before the first reading
     * @param readAt when they were read, or null when they never were
     * @param trouble why the last reading failed, or null
     */
    record Known(
            List<PersonRecord> people,
            @Nullable Instant readAt,
            @Nullable Trouble trouble) {}

    private final PeopleSource source;
    private final Clock clock;
    private Known known = new Known(List.of(), null, null);
    private Instant next = Instant.MIN;
    private @Nullable Mono<Known> running;

    People(PeopleSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** The people as they are known, read again first if it is time; never fails. */
    Mono<Known> current() {
        return Mono.defer(this::reading);
    }

    private synchronized Mono<Known> reading() {
        if (running == null && clock.instant().isBefore(next)) {
            return Mono.just(known);
        }
        if (running == null) {
            running = source.people()
                    .map(people -> read(new Known(List.copyOf(people), clock.instant(), null), FRESH))
                    .onErrorResume(FarmException.class, e -> Mono.fromSupplier(() -> failed(e.trouble())))
                    .doOnTerminate(this::over)
                    .cache();
        }
        return running;
    }

    private synchronized Known read(Known now, Duration fresh) {
        known = now;
        next = clock.instant().plus(fresh);
        return now;
    }

    private synchronized Known failed(Trouble trouble) {
        return read(new Known(known.people(), known.readAt(), trouble), PAUSE);
    }

    private synchronized void over() {
        running = null;
    }
}
