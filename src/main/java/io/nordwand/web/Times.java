package io.nordwand.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Writes times and spans the way all pages do: clock time first ("14:54", "Fri 06:10", "3 Feb"), spans in words
 * ("23 min", "2 h 05 min", "1 d 3 h"). In templates it is {@code times}. The browser rewrites {@code <time>} elements
 * in its own zone; what the server writes is for readers without JavaScript.
 */
@Component
public class Times {

    /** Days from which on a date without a year could be taken for this year's. */
    private static final int FAR = 300;

    /** So near that a clock time can't be taken for another day's. */
    private static final Duration NEAR = Duration.ofHours(22);

    private final Clock clock;
    private final DateTimeFormatter hourMinute;
    private final DateTimeFormatter exact;
    private final DateTimeFormatter stamp;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter day;
    private final DateTimeFormatter date;
    private final DateTimeFormatter year;
    private final DateTimeFormatter full;

    @Autowired
    Times(Clock clock, WebProperties web) {
        this(clock, web.locale(), web.zoneOrDefault());
    }

    private Times(Clock clock, Locale locale, ZoneId zone) {
        this.clock = clock;
        this.hourMinute = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone);
        this.exact = DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone);
        this.stamp = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", locale).withZone(zone);
        this.weekday = DateTimeFormatter.ofPattern("EEE HH:mm", locale).withZone(zone);
        this.date = DateTimeFormatter.ofPattern("EEE d MMM", locale).withZone(zone);
        this.day = DateTimeFormatter.ofPattern("d MMM", locale).withZone(zone);
        this.year = DateTimeFormatter.ofPattern("d MMM yyyy", locale).withZone(zone);
        this.full = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone);
    }

    /** The same words in another language and zone. */
    public Times in(Locale locale, ZoneId zone) {
        return new Times(clock, locale, zone);
    }

    /** Clock time of an instant: today "14:54", within six days "Fri 06:10", else "3 Feb", from 300 days on "3 Feb 2024"; a dash for null. */
    public String clock(@Nullable Instant at) {
        if (at == null) {
            return "–";
        }
        ZonedDateTime then = at.atZone(hourMinute.getZone());
        ZonedDateTime now = clock.instant().atZone(hourMinute.getZone());
        long days = Math.abs(ChronoUnit.DAYS.between(now.toLocalDate(), then.toLocalDate()));
        if (days >= FAR) {
            return year.format(at);
        }
        return (days == 0 ? hourMinute : days <= 6 ? weekday : day).format(at);
    }

    /** Clock time of something near: "14:54" up to 22 hours away, whatever the day; else as {@link #clock}; a dash for null. */
    public String near(@Nullable Instant at) {
        boolean near = at != null && Duration.between(clock.instant(), at).abs().compareTo(NEAR) < 0;
        return near ? hourMinute.format(at) : clock(at);
    }

    /** Clock time, "14:54", whatever the day. */
    public String hour(Instant at) {
        return hourMinute.format(at);
    }

    /** Day of the week and date, "Thu 12 Feb". */
    public String date(Instant at) {
        return date.format(at);
    }

    /** Clock time to the second, "14:32:08"; a dash for null. */
    public String exact(@Nullable Instant at) {
        return at == null ? "–" : exact.format(at);
    }

    /** Day and clock time to the second, "12 Feb 14:32:08", for records; a dash for null. */
    public String stamp(@Nullable Instant at) {
        return at == null ? "–" : stamp.format(at);
    }

    /** Day, date, time and zone, for the hover text; blank for null. */
    public String absolute(@Nullable Instant at) {
        return at == null ? "" : full.format(at);
    }

    /** For {@code datetime} attributes; blank for null. */
    public String iso(@Nullable Instant at) {
        return at == null ? "" : at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A span in words: "under 1 min", "23 min", "2 h 05 min", "1 d 3 h"; a dash for null. */
    public String span(@Nullable Duration span) {
        if (span == null) {
            return "–";
        }
        long minutes = Math.max(0, span.toMinutes());
        if (minutes == 0) {
            return "under 1 min";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 24 * 60) {
            return "%d h %02d min".formatted(minutes / 60, minutes % 60);
        }
        return "%d d %d h".formatted(minutes / (24 * 60), minutes / 60 % 24);
    }

    /** How long ago that was, in words. */
    public String ago(@Nullable Instant at) {
        return at == null ? "–" : span(Duration.between(at, clock.instant()));
    }

    /** How long ago that was at least, to be read after "at least": "some seconds" in the first minute. */
    public String least(@Nullable Instant at) {
        boolean fresh = at != null && Duration.between(at, clock.instant()).toMinutes() < 1;
        return fresh ? "some seconds" : ago(at);
    }

    /** The same, "0 min" in the first minute, to be read after "at least" or where there is little room. */
    public String waited(@Nullable Instant at) {
        boolean fresh = at != null && Duration.between(at, clock.instant()).toMinutes() < 1;
        return fresh ? "0 min" : ago(at);
    }

    /** How long ago that was in the largest unit that it fills: "0 min", "23 min", "3 h", "2 d". */
    public String brief(Instant at) {
        long minutes = Math.max(0, Duration.between(at, clock.instant()).toMinutes());
        return minutes < 60 ? minutes + " min" : hours(at);
    }

    /** The same in hours at least: "<1 h", "3 h", "2 d". */
    public String hours(Instant at) {
        long hours = Math.max(0, Duration.between(at, clock.instant()).toHours());
        return hours == 0 ? "<1 h" : hours < 24 ? hours + " h" : hours / 24 + " d";
    }

    /** How long until then, in words; "under 1 min" once it has passed. */
    public String until(@Nullable Instant at) {
        return at == null ? "–" : span(Duration.between(clock.instant(), at));
    }
}
