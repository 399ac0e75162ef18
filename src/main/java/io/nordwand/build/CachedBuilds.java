package io.nordwand.build;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.nordwand.farm.Build;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/**
 * The list of builds, read at most once at a time. After two minutes the next reader gets the old list and a new one is
 * read behind it; after five minutes readers wait for the new one. A failed reading is not kept.
 */
class CachedBuilds implements Builds {

    private static final String ALL = "all";
    private static final Duration RENEW = Duration.ofMinutes(2);
    private static final Duration KEEP = Duration.ofMinutes(5);
    /** Guards against a source that never answers, which would block all later readers. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final AsyncLoadingCache<String, List<Build>> cache;

    CachedBuilds(FarmSource source, Ticker ticker) {
        this.cache = Caffeine.newBuilder()
                .ticker(ticker)
                .executor(Runnable::run)
                .refreshAfterWrite(RENEW)
                .expireAfterWrite(KEEP)
                .buildAsync((key, executor) -> Mono.defer(source::builds)
                        .timeout(LIMIT)
                        .onErrorMap(TimeoutException.class, CachedBuilds::late)
                        .defaultIfEmpty(List.of())
                        .toFuture());
    }

    @Override
    public Mono<List<Build>> all() {
        // A reader who goes away must not cancel what others wait for.
        return Mono.defer(() -> Mono.fromFuture(cache.get(ALL), true));
    }

    private static FarmException late(TimeoutException error) {
        return new FarmException(
                new Trouble.Unavailable("Eiger did not give the builds within " + LIMIT.toSeconds() + " s.", null));
    }
}
