package io.nordwand.build;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Preview;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Pictures of builds, kept in memory for less than the hour that Eiger's links live (field note 54). Bytes count, not
 * pictures; two are loaded at a time, so that a page full of them leaves room for other calls.
 */
class Previews {

    /**
     * What is known of a picture.
     *
     * @param preview the picture, or null when there is none to show
     * @param keep how long this may be shown without asking again
     */
    record Picture(@Nullable Preview preview, Duration keep) {
        static final Picture NONE = new Picture(null, Duration.ofMinutes(5));
        static final Picture FAILED = new Picture(null, Duration.ofSeconds(30));

        int weight() {
            return 256 + (preview == null ? 0 : preview.bytes().length);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
    private static final Duration KEEP = Duration.ofMinutes(50);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long MOST_BYTES = 64L << 20;
    private static final int AT_ONCE = 2;

    /** What browsers show as a picture and never run; SVG is not among them. */
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final FarmSource source;
    private final Turns turns = new Turns(AT_ONCE);
    private final AsyncCache<BuildId, Picture> cache;

    Previews(FarmSource source, Ticker ticker) {
        this.source = source;
        this.cache = Caffeine.newBuilder()
                .ticker(ticker)
                .executor(Runnable::run)
                .maximumWeight(MOST_BYTES)
                .weigher((BuildId id, Picture picture) -> picture.weight())
                .expireAfter(Expiry.writing((BuildId id, Picture picture) -> picture.keep()))
                .buildAsync();
    }

    /** The picture, from memory or loaded once for all who ask; never fails. */
    Mono<Picture> of(BuildId id) {
        return Mono.defer(() -> Mono.fromFuture(cache.get(id, (key, executor) -> load(key)), true));
    }

    private CompletableFuture<Picture> load(BuildId id) {
        return turns.take(Mono.defer(() -> source.preview(id))
                        .timeout(LIMIT)
                        .filter(preview -> TYPES.contains(preview.mediaType()))
                        .map(preview -> new Picture(preview, KEEP))
                        .defaultIfEmpty(Picture.NONE)
                        .onErrorResume(error -> {
                            LOG.debug("No picture of build {}: {}", id, error.getMessage());
                            return Mono.just(Picture.FAILED);
                        }))
                .toFuture();
    }
}
