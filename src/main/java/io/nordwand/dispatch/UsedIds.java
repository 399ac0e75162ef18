package io.nordwand.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one-time ids that were used, and for what. They stay used over a restart, when sessions are new ones. */
final class UsedIds {

    /**
     * What an id was used for.
     *
     * @param session whose it was, or null when that was before a restart
     * @param asked digests of what was asked for
     * @param actions what came of it
     */
    record Use(@Nullable String session, List<String> asked, List<Action> actions) {

        boolean isFor(List<Intent> intents) {
            boolean same = asked.equals(intents.stream().map(Intent::digest).toList());
            return same && (session == null || session.equals(intents.get(0).session()));
        }
    }

    private final Cache<String, Use> used = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofHours(24))
            .build();

    @Nullable
    Use of(String actionId) {
        return used.getIfPresent(actionId);
    }

    void add(List<Intent> intents, List<Action> actions) {
        Intent first = intents.get(0);
        used.put(
                first.actionId(),
                new Use(first.session(), intents.stream().map(Intent::digest).toList(), actions));
    }

    void restore(List<Journal.Row> rows) {
        Map<String, List<Journal.Row>> byId = rows.stream()
                .sorted(Comparator.comparing(row -> row.origin().place()))
                .collect(Collectors.groupingBy(row -> row.origin().actionId()));
        byId.forEach((id, all) -> used.put(
                id,
                new Use(
                        null,
                        all.stream().map(row -> row.origin().asked()).toList(),
                        all.stream().map(Journal.Row::action).toList())));
    }
}
