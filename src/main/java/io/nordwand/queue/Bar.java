package io.nordwand.queue;

import io.nordwand.farm.StateGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bar on a printer's lane.
 *
 * @param kind {@code now}, {@code queued}, {@code short}, {@code wait}, {@code hands} or {@code fin}
 * @param x left end
 * @param width length
 * @param words where its title stands
 * @param title what it says, or null when it says nothing
 * @param fails whether it gets a triangle
 */
public record Bar(
        String kind,
        Percent x,
        Percent width,
        Words words,
        @Nullable String title,
        boolean fails) {

    /** Shorter bars have no room for words, however wide the screen. */
    private static final double ROOM_PERCENT = 3;

    private static final double MARK_PERCENT = 2.5;

    /**
     * The part of a bar that its title may fill; in percent of the bar, so that it is drawn right at any width.
     *
     * @param x left end
     * @param width length
     */
    public record Words(Percent x, Percent width) {}

    /** Whether its title stands on it. */
    public boolean roomy() {
        return title != null && width.value() * words.width().value() / 100 >= ROOM_PERCENT;
    }

    /** Whether a triangle stands on it; a bar that is shorter is told by its hatching alone. */
    public boolean marked() {
        return fails && width.value() >= MARK_PERCENT;
    }

    /** The bars of a lane. Jobs of a printer that waits for a person are drawn as if it went on now. */
    static List<Bar> of(Lane lane, Axis axis) {
        List<Bar> bars = new ArrayList<>();
        Instant held = lane.heldFrom();
        if (held != null) {
            Instant since = lane.since().isBefore(held) ? lane.since() : held.minusSeconds(600);
            String kind = lane.group() == StateGroup.HANDS ? "hands" : "fin";
            bars.add(new Bar(
                    kind, axis.x(since), axis.width(since, held), axis.words(since, held), lane.state(), false));
            asIf(lane, held, axis, bars);
            return bars;
        }
        Item running = lane.running();
        if (running != null && running.startsAt() != null) {
            add(running, running.startsAt(), running.endsAt(), "now", axis, bars);
        } else if (running != null && running.endsAt() != null) {
            add(running, axis.from(), running.endsAt(), "now", axis, bars);
        }
        lane.items().forEach(item -> {
            if (item.startsAt() != null) {
                add(item, item.startsAt(), item.endsAt(), "queued", axis, bars);
            }
        });
        return bars;
    }

    private static void asIf(Lane lane, Instant from, Axis axis, List<Bar> bars) {
        List<Item> jobs = new ArrayList<>(lane.items());
        if (lane.running() != null) {
            jobs.add(0, lane.running());
        }
        Instant at = from;
        for (Item job : jobs) {
            Duration takes = job.estimate();
            Instant end = takes == null ? null : at.plus(takes);
            add(job, at, end, "wait", axis, bars);
            if (end == null) {
                return;
            }
            at = end.plus(lane.turnover());
        }
    }

    private static void add(Item item, Instant start, @Nullable Instant end, String kind, Axis axis, List<Bar> bars) {
        if (axis.shows(start, end)) {
            Instant until = end == null ? axis.to() : end;
            bars.add(new Bar(
                    item.fails() && !kind.equals("now") ? "short" : kind,
                    axis.x(start),
                    axis.width(start, until),
                    axis.words(start, until),
                    item.title(),
                    item.fails()));
        }
    }
}
