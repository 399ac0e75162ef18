package io.nordwand.build;

import io.nordwand.farm.Build;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The list of builds, read at most once at a time. After two minutes readers still get the old list while a new one is
 * read behind it; after five minutes they wait for the new one. A failed reading is told to those who wait for it and
 * not kept. Not a cache library's job: those log every failed reading behind an old list as a warning. Not the copy in
 * {@code history} either: what was deleted at Eiger shows in no list of changes, so the copy may offer it for hours, and
 * dialogs send what they offer.
 */
class CachedBuilds implements Builds {

    private static final Duration RENEW = Duration.ofMinutes(2);
    private static final Duration KEEP = Duration.ofMinutes(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(15);
    /** Guards against a source that never answers, which would block all later readers. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private record Kept(List<Build> builds, Instant readAt) {}

    private final FarmSource source;
    private final Clock clock;
    private @Nullable Kept kept;
    private @Nullable Instant failedAt;
    private Sinks.@Nullable One<List<Build>> running;

    CachedBuilds(FarmSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Mono<List<Build>> all() {
        return Mono.defer(this::oldOrNew);
    }

    private Mono<List<Build>> oldOrNew() {
        Sinks.One<List<Build>> joined;
        List<Build> old = null;
        boolean first = false;
        synchronized (this) {
            Instant now = clock.instant();
            if (kept != null && within(KEEP, kept.readAt(), now)) {
                old = kept.builds();
                if (within(RENEW, kept.readAt(), now)
                        || (failedAt != null && within(PAUSE_AFTER_FAILURE, failedAt, now))) {
                    return Mono.just(old);
                }
            }
            if (running == null) {
                running = Sinks.one();
                first = true;
            }
            joined = running;
        }
        if (first) {
            read(joined);
        }
        return old == null ? joined.asMono() : Mono.just(old);
    }

    /** Runs to its end even if all who asked went away. */
    private void read(Sinks.One<List<Build>> result) {
        Mono.defer(source::builds)
                .timeout(LIMIT)
                .onErrorMap(TimeoutException.class, CachedBuilds::late)
                .defaultIfEmpty(List.of())
                .subscribe(
                        builds -> {
                            ended(new Kept(List.copyOf(builds), clock.instant()));
                            result.tryEmitValue(builds);
                        },
                        error -> {
                            ended(null);
                            result.tryEmitError(error);
                        });
    }

    private synchronized void ended(@Nullable Kept read) {
        running = null;
        if (read == null) {
            failedAt = clock.instant();
        } else {
            kept = read;
            failedAt = null;
        }
    }

    private static boolean within(Duration age, Instant at, Instant now) {
        return Duration.between(at, now).compareTo(age) <= 0;
    }

    private static FarmException late(TimeoutException error) {
        return new FarmException(
                new Trouble.Unavailable("Eiger did not give the builds within " + LIMIT.toSeconds() + " s.", null));
    }
}
