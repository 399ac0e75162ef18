package io.nordwand.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one-time ids that were used, and for what. They stay used over a restart, when sessions are new ones.
 *
 * @param <T> what comes of what was asked for
 */
final class UsedIds<T> {

    /**
     * What an id was used for.
     *
     * @param session whose it was, or null when that was before a restart
     * @param asked digests of what was asked for
     * @param made what came of it
     */
    record Use<T>(@Nullable String session, List<String> asked, List<T> made) {

        boolean isFor(String asking, List<String> digests) {
            return asked.equals(digests) && (session == null || session.equals(asking));
        }
    }

    private final Cache<String, Use<T>> used = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofHours(24))
            .build();

    @Nullable
    Use<T> of(String actionId) {
        return used.getIfPresent(actionId);
    }

    /** Uses the id up, for what that session asked for or, when null, for what was asked for before a restart. */
    void add(String actionId, @Nullable String session, List<String> asked, List<T> made) {
        used.put(actionId, new Use<>(session, asked, made));
    }
}
