package io.nordwand.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Keeps actions beyond the life of the process, each with the one-time id of the form that asked for it. */
interface Journal {

    /**
     * Which form an action came from.
     *
     * @param actionId the form's one-time id
     * @param asked digest of what it asked for
     * @param place which of the form's actions it is, counted from 0
     */
    record Origin(String actionId, String asked, int place) {}

    /** An action as it was stored last. */
    record Row(Action action, Origin origin) {}

    /** The rows by the one-time id of their form, those of one form in its order. */
    static Map<String, List<Row>> byForm(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> row.origin().place()))
                .collect(Collectors.groupingBy(row -> row.origin().actionId()));
    }

    /** Digests of what the rows' form asked for. */
    static List<String> asked(List<Row> rows) {
        return rows.stream().map(row -> row.origin().asked()).toList();
    }

    /** The rows' actions. */
    static List<Action> actions(List<Row> rows) {
        return rows.stream().map(Row::action).toList();
    }

    /** A new action, which begins only once it is stored. */
    void begun(Action action, Origin origin);

    /** A known action as it stands now. */
    void changed(Action action);

    /** Completes once all that was told of this action is stored; an error when the last of it can't be. */
    Mono<Void> stored(Action action);

    /** What has not ended, and what changed since then, oldest first; on the calling thread, at the start only. */
    List<Row> load(Instant since);
}
