package io.nordwand.request;

import io.nordwand.dispatch.Finish;
import io.nordwand.dispatch.Reason;
import io.nordwand.dispatch.Suitability;
import io.nordwand.farm.Build;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request would be done in time, in the words of the page.
 *
 * @param kind how it looks
 * @param place where it would be sent, or null when that can't be told
 * @param late how long after the end of its day it would be done there, or null when it would not
 * @param saver where it would be in time if it went before those that are due earlier, or null
 * @param certain where there is enough material for certain, when {@code place} lacks something; or null
 * @param untold printers that suit it, but of which nothing can be told
 * @param why key of why nothing can be told; blank when something can
 */
public record Risk(
        Kind kind,
        @Nullable Spot place,
        @Nullable Duration late,
        @Nullable Spot saver,
        @Nullable Spot certain,
        int untold,
        String why) {

    /** How it looks, the most urgent first; what is not known is never in time. */
    public enum Kind {
        /** Too late wherever it can be told. */
        LATE("octagon-alert"),
        /** In time only if somebody sees to something. */
        IF("triangle-alert"),
        /** It has a day, and nobody can tell. */
        UNKNOWN("circle-help"),
        /** In time at one printer alone. */
        ONLY("triangle-alert"),
        /** In time. */
        SURE("circle-check"),
        /** No day; done some time, if somebody sees to something. */
        SOME_DAY_IF("triangle-alert"),
        /** No day, and nobody can tell. */
        SOME_DAY_UNKNOWN("circle-help"),
        /** No day; done some time for certain. */
        SOME_DAY("circle-check");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        /** Name of its icon. */
        public String icon() {
            return icon;
        }

        /** The key in message names and attributes. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Key of the group under which the list has it. */
        public String group() {
            return switch (this) {
                case LATE -> "late";
                case IF, ONLY -> "risk";
                case UNKNOWN -> "unknown";
                case SURE -> "sure";
                case SOME_DAY_IF, SOME_DAY_UNKNOWN, SOME_DAY -> "some-day";
            };
        }
    }

    /**
     * A printer as it would be then.
     *
     * @param id the printer
     * @param name its name
     * @param doneAt when the build would be done there, or null when that can't be told
     * @param work how long queue and build take once somebody has been there; null when not known
     * @param cautions what somebody has to see to
     */
    public record Spot(
            PrinterId id,
            String name,
            @Nullable Instant doneAt,
            @Nullable Duration work,
            List<Reason> cautions) {
        public Spot {
            cautions = List.copyOf(cautions);
        }

        static @Nullable Spot of(@Nullable Suitability found) {
            return found == null
                    ? null
                    : new Spot(
                            found.printer().id(),
                            found.name(),
                            found.doneAt(),
                            found.doneAt() == null ? found.work() : null,
                            found.reasons().stream()
                                    .filter(reason -> reason.weight().compareTo(Reason.Weight.WARNING) >= 0)
                                    .toList());
        }
    }

    static Risk of(Build build, Finish finish, @Nullable Instant by) {
        Spot place = Spot.of(finish.place());
        Instant doneAt = place == null ? null : place.doneAt();
        boolean late = by != null && doneAt != null && doneAt.isAfter(by);
        return new Risk(
                kind(finish, by != null),
                place,
                late ? Duration.between(by, doneAt) : null,
                Spot.of(finish.saver()),
                Spot.of(finish.certain()),
                finish.untold(),
                finish.chance() == Finish.Chance.UNKNOWN ? why(build, finish) : "");
    }

    /** Of a job of which Eiger did not say what it is to print. */
    static Risk ofNothing(boolean dated) {
        return new Risk(dated ? Kind.UNKNOWN : Kind.SOME_DAY_UNKNOWN, null, null, null, null, 0, "no-build");
    }

    private static Kind kind(Finish finish, boolean dated) {
        return switch (finish.chance()) {
            case LATE -> Kind.LATE;
            case IF -> dated ? Kind.IF : Kind.SOME_DAY_IF;
            case UNKNOWN -> dated ? Kind.UNKNOWN : Kind.SOME_DAY_UNKNOWN;
            case SURE -> !dated ? Kind.SOME_DAY : finish.inTime() == 1 ? Kind.ONLY : Kind.SURE;
        };
    }

    private static String why(Build build, Finish finish) {
        if (Boolean.FALSE.equals(build.sliced())) {
            return "unsliced";
        }
        if (finish.fitting() == 0) {
            return "nobody";
        }
        return Schedule.estimate(build) == null ? "no-estimate" : "untold";
    }

    /** Whether the printer waits for somebody, and it is in time once they have been there. */
    public boolean held() {
        return place != null && place.doneAt() == null;
    }
}
