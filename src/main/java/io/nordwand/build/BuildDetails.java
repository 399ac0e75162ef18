package io.nordwand.build;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildDetail;
import io.nordwand.farm.record.BuildDetailSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What builds are made of, read from Eiger when somebody looks and kept for two minutes: parts and their places are in
 * no list. A reading that failed is not tried again for ten seconds, however many look.
 */
class BuildDetails {

    /**
     * What came of a reading.
     *
     * @param detail the build, or null when it could not be read
     * @param trouble why not, or null when it could
     * @param at when it ended
     */
    record Look(@Nullable BuildDetail detail, @Nullable Trouble trouble, Instant at) {

        private Duration keep() {
            return detail == null ? Duration.ofSeconds(10) : Duration.ofMinutes(2);
        }
    }

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST = 200;

    private final BuildDetailSource source;
    private final Clock clock;
    private final AsyncCache<BuildId, Look> cache;

    BuildDetails(BuildDetailSource source, Clock clock, Ticker ticker) {
        this.source = source;
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .ticker(ticker)
                .executor(Runnable::run)
                .maximumSize(MOST)
                .expireAfter(Expiry.writing((BuildId id, Look look) -> look.keep()))
                .buildAsync();
    }

    /** What the build is made of, from memory or read once for all who ask; never fails. A reading goes on if they leave. */
    Mono<Look> of(BuildId build) {
        return Mono.defer(() -> Mono.fromFuture(cache.get(build, (key, executor) -> read(key)), true));
    }

    private CompletableFuture<Look> read(BuildId build) {
        return Mono.defer(() -> source.detail(build))
                .timeout(LIMIT)
                .map(detail -> new Look(detail, null, clock.instant()))
                .onErrorResume(error -> Mono.just(new Look(null, trouble(error), clock.instant())))
                .toFuture();
    }

    private static Trouble trouble(Throwable error) {
        return error instanceof FarmException farm
                ? farm.trouble()
                : new Trouble.Unavailable(
                        error instanceof TimeoutException
                                ? "Eiger did not give the build within " + LIMIT.toSeconds() + " s."
                                : "The build could not be read.",
                        null);
    }
}
