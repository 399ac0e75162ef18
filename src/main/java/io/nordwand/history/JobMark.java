package io.nordwand.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A place in the list of jobs, which stays where it is when jobs come and go.
 *
 * @param at time by which the job there is sorted
 * @param id its id in lower case
 */
public record JobMark(Instant at, String id) {

    /** As it stands in a URL. */
    public String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "~" + id;
    }

    /** The place that such a text means; empty when it means none. */
    public static Optional<JobMark> from(String text) {
        String[] parts = text.split("~", 2);
        try {
            return parts.length < 2 || parts[1].isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new JobMark(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), parts[1]));
        } catch (NumberFormatException | DateTimeException | ArithmeticException noPlace) {
            return Optional.empty();
        }
    }
}
