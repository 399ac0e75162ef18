package io.nordwand.history;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.BuildRecord;
import java.util.List;
import reactor.core.publisher.Mono;

/** Looks for builds in the copy of Eiger's list. Errors are {@link io.nordwand.database.DatabaseException}. */
public interface BuildSearch {

    /**
     * Some of what was found.
     *
     * @param builds in the order asked for
     * @param count how many there are in all
     */
    record Found(List<BuildRecord> builds, long count) {
        public Found {
            builds = List.copyOf(builds);
        }
    }

    /**
     * What occurs in the copy and can be chosen from, each in one spelling.
     *
     * @param series series, by name
     * @param materials materials of either spool, by name
     */
    record Choices(List<String> series, List<String> materials) {

        /** Nothing is known. */
        public static final Choices NONE = new Choices(List.of(), List.of());

        public Choices {
            series = List.copyOf(series);
            materials = List.copyOf(materials);
        }
    }

    /** At most {@code most} of the builds that fit, without the first {@code skipped}. */
    Mono<Found> find(BuildFilter filter, BuildSort sort, long skipped, int most);

    /** What can be chosen from, some seconds old at most. */
    Mono<Choices> choices();

    /** One build; empty when the copy does not have it. */
    Mono<BuildRecord> build(BuildId build);
}
