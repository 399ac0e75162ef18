package io.nordwand.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timeline's scale: from the full hour before the last reading. It moves once an hour only, so that bars stay where
 * they are in between; only the line of the present moves.
 *
 * @param from left end
 * @param to right end
 * @param hours span to the right of the present, in hours
 * @param ticks marks with their places
 * @param now place of the present
 */
public record Axis(Instant from, Instant to, int hours, List<Tick> ticks, Percent now) {

    /** A mark: its place, its time, whether a day begins there, and whether narrow screens name it too. */
    public record Tick(Percent x, Instant at, boolean day, boolean always) {

        /** Whether it is so far to the right that its time would be cut off on narrow screens; only its line is drawn. */
        public boolean late() {
            return x.value() > 84;
        }
    }

    static Axis of(Instant now, int hours, ZoneId zone) {
        ZonedDateTime hour = now.atZone(zone).truncatedTo(ChronoUnit.HOURS);
        Instant from = hour.minusHours(1).toInstant();
        Instant to = hour.plusHours(hours).toInstant();
        Axis bare = new Axis(from, to, hours, List.of(), new Percent(0));
        int step = hours == QueueQuery.DAY ? 3 : 12;
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime tick = hour.minusHours(1)
                .plusHours(step - Math.floorMod(hour.minusHours(1).getHour(), step));
        while (tick.toInstant().isBefore(to)) {
            boolean always = Math.floorMod(tick.getHour(), 2 * step) == 0;
            ticks.add(new Tick(bare.x(tick.toInstant()), tick.toInstant(), tick.getHour() == 0, always));
            tick = tick.plusHours(step);
        }
        return new Axis(from, to, hours, ticks, bare.x(now));
    }

    /** Place of a moment, within the scale. */
    Percent x(Instant at) {
        return Percent.of(share(at));
    }

    /** A length, of what lies within the scale. */
    Percent width(Instant start, Instant end) {
        return Percent.of(Math.max(0, share(end) - share(start)));
    }

    /** Where words stand on a bar: right of where the present may be within this hour, which its line would cross out. */
    Bar.Words words(Instant start, Instant end) {
        double left = share(start);
        double length = share(end) - left;
        double clear = share(from.plus(Duration.ofHours(2)));
        double skipped =
                left >= share(from.plus(Duration.ofHours(1))) || length <= 0 ? 0 : Math.min(1, (clear - left) / length);
        return new Bar.Words(Percent.of(skipped), Percent.of(1 - skipped));
    }

    /** Whether something of that span lies within the scale; an open end lies beyond it. */
    boolean shows(Instant start, @Nullable Instant end) {
        return start.isBefore(to) && (end == null || end.isAfter(from));
    }

    private double share(Instant at) {
        double whole = Duration.between(from, to).toSeconds();
        return Math.max(0, Math.min(1, Duration.between(from, at).toSeconds() / whole));
    }
}
