package io.nordwand.queue;

import io.nordwand.farm.Taking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One job of a queue, or the one in work.
 *
 * @param elementId id of its element
 * @param number place in the queue, from 1; 0 for the job in work
 * @param entryId queue id, blank for the job in work
 * @param buildId build id, blank when not known
 * @param title title of its build, or null when not known
 * @param preview path of its picture, or null
 * @param state its state as Eiger wrote it, when it is not simply queued; else null
 * @param startsAt when it starts, or null when that can't be told
 * @param endsAt when it ends, or null when that can't be told
 * @param estimate print time, or of the job in work the time left as last read; null when not known
 * @param requester who asked for it, or null when not known
 * @param takings what it takes from each spool that matters to it
 * @param support support material that it needs in cm³, or null
 * @param lacks what has to be done about a spool before it
 * @param fails whether a spool is short for it, or another one is needed
 */
public record Item(
        String elementId,
        int number,
        String entryId,
        String buildId,
        @Nullable String title,
        @Nullable String preview,
        @Nullable String state,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Duration estimate,
        @Nullable String requester,
        List<Part> takings,
        @Nullable Double support,
        List<Lack> lacks,
        boolean fails) {

    /** What it takes from one spool, with the name of what is loaded there, or null. */
    public record Part(@Nullable String loaded, Taking taking) {}

    /** Whether this is the job in work. */
    public boolean running() {
        return number == 0;
    }
}
