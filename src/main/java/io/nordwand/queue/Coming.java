package io.nordwand.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that ends, and what follows it on that printer: the merged list of coming events that Markforged's own hall
 * display shows (field notes R3).
 *
 * @param at when it ends
 * @param printer the printer's name
 * @param href path of its page
 * @param title what ends, or null when not known
 * @param nextTitle what follows, or null for nothing
 * @param nextAt when that starts, or null
 * @param followed whether something follows
 * @param fails whether a spool is short for what follows, or another one is needed
 */
public record Coming(
        Instant at,
        String printer,
        String href,
        @Nullable String title,
        @Nullable String nextTitle,
        @Nullable Instant nextAt,
        boolean followed,
        boolean fails) {

    static final int MOST = 12;

    /** The next ends of all these printers, soonest first. */
    static List<Coming> of(List<Lane> lanes) {
        List<Coming> all = new ArrayList<>();
        for (Lane lane : lanes) {
            List<Item> jobs = new ArrayList<>(lane.items());
            if (lane.running() != null) {
                jobs.add(0, lane.running());
            }
            for (int i = 0; i < jobs.size(); i++) {
                Item job = jobs.get(i);
                Item next = i + 1 < jobs.size() ? jobs.get(i + 1) : null;
                if (job.endsAt() != null) {
                    all.add(new Coming(
                            job.endsAt(),
                            lane.name(),
                            lane.href(),
                            job.title(),
                            next == null ? null : next.title(),
                            next == null ? null : next.startsAt(),
                            next != null,
                            next != null && next.fails()));
                }
            }
        }
        return all.stream()
                .sorted(Comparator.comparing(Coming::at).thenComparing(Coming::printer))
                .limit(MOST)
                .toList();
    }
}
