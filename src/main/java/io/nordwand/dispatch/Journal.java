package io.nordwand.dispatch;

import java.time.Instant;
import java.util.List;
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

    /** A new action, which begins only once it is stored. */
    void begun(Action action, Origin origin);

    /** A known action as it stands now. */
    void changed(Action action);

    /** Completes once all that was told of this action is stored; an error when the last of it can't be. */
    Mono<Void> stored(Action action);

    /** What has not ended, and what changed since then, oldest first; on the calling thread, at the start only. */
    List<Row> load(Instant since);
}
