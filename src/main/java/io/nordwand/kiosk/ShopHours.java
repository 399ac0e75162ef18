package io.nordwand.kiosk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When somebody is in the shop. Written as {@code Mon-Fri 06:00-22:00, Sat 08:00-12:00}: days by their first three English
 * letters, one or a range, then a span, which may reach over midnight and then belongs to the day on which it begins.
 *
 * @param spans all of them; none means that nothing is known of it
 */
record ShopHours(List<Span> spans) {

    /** Nothing is known. */
    static final ShopHours NONE = new ShopHours(List.of());

    private static final Pattern SPAN = Pattern.compile(
            "([a-z]{3})(?:\\s*-\\s*([a-z]{3}))?\\s+(\\d{2}:\\d{2})\\s*-\\s*(\\d{2}:\\d{2})", Pattern.CASE_INSENSITIVE);
    private static final String MIDNIGHT = "24:00";

    /**
     * A span of some days.
     *
     * @param days days on which it begins
     * @param from first minute
     * @param to first minute after it; the same as {@code from}: the whole day
     */
    record Span(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        Span {
            days = Set.copyOf(days);
        }

        boolean covers(ZonedDateTime at) {
            LocalTime time = at.toLocalTime();
            boolean overMidnight = !from.isBefore(to);
            boolean begun =
                    days.contains(at.getDayOfWeek()) && !time.isBefore(from) && (overMidnight || time.isBefore(to));
            boolean still = overMidnight && days.contains(at.getDayOfWeek().minus(1)) && time.isBefore(to);
            return begun || still;
        }
    }

    ShopHours {
        spans = List.copyOf(spans);
    }

    /** Reads what was written; blank is {@link #NONE}; an {@code IllegalArgumentException} says what can't be read. */
    static ShopHours parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        return new ShopHours(Stream.of(text.split(",", -1))
                .map(part -> span(part.strip(), text))
                .toList());
    }

    private static Span span(String part, String text) {
        Matcher found = SPAN.matcher(part);
        if (!found.matches()) {
            throw wrong(text, "“" + part + "” is not of the form “Mon-Fri 06:00-22:00”");
        }
        DayOfWeek first = day(found.group(1), text);
        DayOfWeek last = found.group(2) == null ? first : day(found.group(2), text);
        Set<DayOfWeek> days = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        LocalTime to = found.group(4).equals(MIDNIGHT) ? LocalTime.MIDNIGHT : time(found.group(4), text);
        return new Span(days, time(found.group(3), text), to);
    }

    private static DayOfWeek day(String letters, String text) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().startsWith(letters.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                        () -> wrong(text, "“" + letters + "” is no day; days are Mon, Tue, Wed, Thu, Fri, Sat, Sun"));
    }

    private static LocalTime time(String digits, String text) {
        int hours = Integer.parseInt(digits.substring(0, 2));
        int minutes = Integer.parseInt(digits.substring(3));
        if (hours > 23 || minutes > 59) {
            throw wrong(text, "“" + digits + "” is no time of day");
        }
        return LocalTime.of(hours, minutes);
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException("nordwand.shop.hours is “" + text + "”: " + why);
    }

    /** Whether at that moment certainly nobody is there; false where nothing is known of it. */
    boolean deserted(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return !spans.isEmpty() && spans.stream().noneMatch(span -> span.covers(local));
    }
}
