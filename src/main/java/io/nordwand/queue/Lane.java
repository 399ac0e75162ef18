package io.nordwand.queue;

import io.nordwand.farm.StateGroup;
import io.nordwand.web.SearchText;
import io.nordwand.web.Spool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the queues page shows of one printer, in the precision in which it is shown: two equal lanes look the same.
 *
 * @param elementId id of its element
 * @param href path of its page
 * @param name name, or what stands for it
 * @param sortName its name, folded
 * @param series series as Eiger wrote it, may be blank
 * @param group what a person has to do
 * @param state state word as Eiger wrote it, or null
 * @param percent share done of the job in work, or null
 * @param startable whether a print could be started there now
 * @param read whether its queue was read; otherwise what waits is not known
 * @param hint how many jobs Eiger counts, or null
 * @param since since when it is in its state
 * @param heldFrom for a printer that waits for a person: from when on its jobs are drawn, as if it went on then; else null
 * @param turnover time expected between two jobs
 * @param freeAt when all is printed, or null when that can't be told
 * @param work how long all of it takes once the printer goes on, or null when not known
 * @param spools what is loaded
 * @param materials names of what is loaded and needed
 * @param running the job in work, or null
 * @param items waiting jobs in Eiger's order
 * @param lacks all material that the queue lacks, the first job's first
 * @param text what it can be found by
 */
public record Lane(
        String elementId,
        String href,
        String name,
        String sortName,
        String series,
        StateGroup group,
        @Nullable String state,
        @Nullable Integer percent,
        boolean startable,
        boolean read,
        @Nullable Integer hint,
        Instant since,
        @Nullable Instant heldFrom,
        Duration turnover,
        @Nullable Instant freeAt,
        @Nullable Duration work,
        List<Spool> spools,
        List<String> materials,
        @Nullable Item running,
        List<Item> items,
        List<Lack> lacks,
        SearchText text) {

    /** Whether it has work, or nobody knows whether it has. */
    public boolean busy() {
        return running != null || !items.isEmpty() || (!read && (hint == null || hint > 0));
    }

    /** Whether it lacks material. */
    public boolean lacking() {
        return !lacks.isEmpty();
    }

    /** Whether it waits for a person before anything goes on. */
    public boolean held() {
        return heldFrom != null;
    }

    /** When it first lacks material, or null when that can't be told. */
    @Nullable
    Instant lacksAt() {
        return lacks.isEmpty() ? null : lacks.get(0).at();
    }
}
