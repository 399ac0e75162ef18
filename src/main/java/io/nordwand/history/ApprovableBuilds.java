package io.nordwand.history;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.record.BuildRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The kept builds as those see them who approve. Errors are {@link io.nordwand.database.DatabaseException}. */
public interface ApprovableBuilds {

    /** Which builds to show. */
    enum Show {
        /** All. */
        ALL,
        /** The approved ones. */
        APPROVED,
        /** Those without approval; none while approvals are off. */
        NOT_APPROVED
    }

    /**
     * A page of builds.
     *
     * @param builds newest first
     * @param count how many there are on all pages
     */
    record Slice(List<BuildRecord> builds, long count) {}

    /**
     * The builds whose title has this in it, whatever the case and the accents, newest first.
     *
     * @param page counted from 1
     */
    Mono<Slice> search(String text, Show show, int page, int size);

    /** What is kept of these builds; those that are not kept are missing. */
    Mono<Map<BuildId, BuildRecord>> of(Collection<BuildId> builds);
}
