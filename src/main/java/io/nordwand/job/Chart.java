package io.nordwand.job;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bars of jobs over time, as numbers of an SVG: across in percent, down in pixels.
 *
 * @param unit what a bar is: day, week or month
 * @param bars one for each, those without jobs too
 * @param most the largest number of jobs in one bar
 */
public record Chart(Unit unit, List<Bar> bars, long most) {

    /** Height of the drawing in pixels. */
    public static final int HEIGHT = 120;

    /** What a bar is. */
    public enum Unit {
        /** One day. */
        DAY,
        /** Seven days from Monday. */
        WEEK,
        /** A month. */
        MONTH;

        /** Key in messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
            };
        }

        LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
            };
        }
    }

    /** What a bar is made of, from below. */
    public enum Part {
        /** Ended well. */
        COMPLETED("f-ready"),
        /** Ended badly. */
        FAILED("f-hands"),
        /** Ended by people. */
        CANCELED("f-idle"),
        /** All that has not ended, or of which it is not known. */
        OTHER("f-printing");

        private final String fill;

        Part(String fill) {
            this.fill = fill;
        }

        /** Key in messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Class that colours it. */
        public String fill() {
            return fill;
        }

        static Part of(String state) {
            return Stream.of(values())
                    .filter(part -> part.key().equals(state))
                    .findFirst()
                    .orElse(OTHER);
        }
    }

    /** A part of a bar: how many, and where it is drawn. */
    public record Block(Part part, long number, String x, String width, String y, String height) {}

    /** A bar: its first day, all its jobs, and its parts that are not empty. */
    public record Bar(LocalDate from, long total, List<Block> blocks) {

        /** How many of a part, for the table. */
        public long number(Part part) {
            return blocks.stream()
                    .filter(block -> block.part() == part)
                    .mapToLong(Block::number)
                    .sum();
        }
    }

    /** Longest span that is drawn by day. */
    private static final int DAYS = 92;
    /** Longest span that is drawn by week. */
    private static final int WEEKS = 7 * 110;
    /** Most bars, of which the latest are drawn. */
    private static final int MOST = 240;

    /** The chart of those days, or null when there is nothing on them. */
    static @Nullable Chart of(
            Map<LocalDate, Map<String, Long>> byDay,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            LocalDate today) {
        TreeMap<LocalDate, Map<String, Long>> days = new TreeMap<>(byDay);
        // Jobs without any time lie in 1970, where no job can have been.
        days.headMap(LocalDate.of(1971, 1, 1), true).clear();
        if (days.isEmpty()) {
            return null;
        }
        LocalDate first = from == null ? days.firstKey() : from;
        LocalDate until = days.lastKey().isAfter(today) ? days.lastKey() : today;
        LocalDate last = to == null || to.isAfter(until) ? until : to;
        long span = ChronoUnit.DAYS.between(first, last) + 1;
        Unit unit = span <= DAYS ? Unit.DAY : span <= WEEKS ? Unit.WEEK : Unit.MONTH;
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate start = unit.start(first); !start.isAfter(last); start = unit.next(start)) {
            starts.add(start);
        }
        return of(unit, starts.subList(Math.max(0, starts.size() - MOST), starts.size()), days);
    }

    private static @Nullable Chart of(Unit unit, List<LocalDate> starts, TreeMap<LocalDate, Map<String, Long>> days) {
        List<Map<Part, Long>> sums = starts.stream()
                .map(start -> sums(days.subMap(start, unit.next(start))))
                .toList();
        long most = sums.stream().mapToLong(Chart::total).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            bars.add(bar(starts.get(i), sums.get(i), i, starts.size(), most));
        }
        return most == 0 ? null : new Chart(unit, bars, most);
    }

    private static Map<Part, Long> sums(Map<LocalDate, Map<String, Long>> days) {
        Map<Part, Long> sums = new TreeMap<>();
        days.values()
                .forEach(states -> states.forEach((state, number) -> sums.merge(Part.of(state), number, Long::sum)));
        return sums;
    }

    private static long total(Map<Part, Long> sums) {
        return sums.values().stream().mapToLong(number -> number).sum();
    }

    private static Bar bar(LocalDate start, Map<Part, Long> sums, int place, int places, long most) {
        double step = 100.0 / places;
        List<Block> blocks = new ArrayList<>();
        double top = HEIGHT;
        for (Map.Entry<Part, Long> part : sums.entrySet()) {
            double height = (double) HEIGHT * part.getValue() / Math.max(1, most);
            top -= height;
            blocks.add(new Block(
                    part.getKey(),
                    part.getValue(),
                    text(place * step) + "%",
                    text(step * 0.8) + "%",
                    text(top),
                    text(height)));
        }
        return new Bar(start, total(sums), blocks);
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** First day drawn. */
    public LocalDate from() {
        return bars.get(0).from();
    }

    /** First day of the last bar. */
    public LocalDate to() {
        return bars.get(bars.size() - 1).from();
    }

    /** Parts that occur, from below. */
    public List<Part> parts() {
        return Stream.of(Part.values())
                .filter(part -> bars.stream().anyMatch(bar -> bar.number(part) > 0))
                .toList();
    }
}
