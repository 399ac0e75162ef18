package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When each of many wanted builds would be done at the earliest, from the real queues and by the rules of the ranking.
 * They are gone through in the order given, and each takes the place where it would be sent: on top of the queue where it
 * would be done first, with enough material for certain if that is in time. So the tenth is not promised the free printer
 * that the first takes. What is not known never counts as good, and takes no place.
 */
public final class Finishes {

    /**
     * A build that somebody wants.
     *
     * @param build what
     * @param by the moment after which it is late, or null when any time will do
     */
    public record Wanted(Build build, @Nullable Instant by) {}

    private static final Comparator<Printer> BY_NAME = Comparator.<Printer, String>comparing(
                    printer -> printer.report().displayName(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(printer -> printer.id().value());

    /** What all printers say to one build. */
    private static final class Survey {

        private final Instant by;
        private @Nullable Lane sure;
        private @Nullable Instant sureAt;
        private @Nullable Lane first;
        private @Nullable Instant firstAt;
        private boolean firstEnough;
        private @Nullable Lane held;
        private int fitting;
        private int told;
        private int inTime;

        private Survey(Instant by) {
            this.by = by;
        }

        /** Looks at printers in the order of their names, so that of those done at the same time the first counts. */
        private Survey of(Iterable<Lane> lanes, Lane.Need need, @Nullable Duration estimate, Instant now) {
            for (Lane lane : lanes) {
                if (lane.takes(need.build())) {
                    fitting++;
                    Instant doneAt = lane.doneAt(estimate);
                    if (doneAt != null) {
                        told(lane, doneAt, lane.enough(need));
                    } else if (estimate != null) {
                        held(lane, estimate, now);
                    }
                }
            }
            return this;
        }

        private void told(Lane lane, Instant doneAt, boolean enough) {
            told++;
            boolean earlier = firstAt == null || doneAt.isBefore(firstAt);
            if (earlier || (enough && !firstEnough && doneAt.equals(firstAt))) {
                first = lane;
                firstAt = doneAt;
                firstEnough = enough;
            }
            if (enough) {
                inTime += doneAt.isAfter(by) ? 0 : 1;
                if (sureAt == null || doneAt.isBefore(sureAt)) {
                    sure = lane;
                    sureAt = doneAt;
                }
            }
        }

        /** One that waits for hands, and would have it in time if somebody came at once. */
        private void held(Lane lane, Duration estimate, Instant now) {
            Duration before = lane.startsAt() == null ? lane.before() : null;
            if (before == null || now.plus(before).plus(estimate).isAfter(by)) {
                return;
            }
            Duration least = held == null ? null : held.before();
            if (least == null || before.compareTo(least) < 0) {
                held = lane;
            }
        }

        private Finish.Chance chance() {
            if (sureAt != null && !sureAt.isAfter(by)) {
                return Finish.Chance.SURE;
            }
            if (held != null || (firstAt != null && !firstAt.isAfter(by))) {
                return Finish.Chance.IF;
            }
            return first == null ? Finish.Chance.UNKNOWN : Finish.Chance.LATE;
        }

        private @Nullable Lane place() {
            if (chance() == Finish.Chance.SURE) {
                return sure;
            }
            boolean early = firstAt != null && !firstAt.isAfter(by);
            return early || held == null ? first : held;
        }
    }

    private final Forecasts forecasts;
    private final Instant now;
    private final List<Lane> untouched;
    /** The same, with the places taken so far. */
    private final Lane[] lanes;

    private Finishes(Farm farm, Forecasts forecasts, Instant now) {
        this.forecasts = forecasts;
        this.now = now;
        List<Printer> printers =
                farm.printers().values().stream().sorted(BY_NAME).toList();
        this.untouched = IntStream.range(0, printers.size())
                .mapToObj(rank -> Lane.of(rank, printers.get(rank), forecasts, now))
                .toList();
        this.lanes = untouched.toArray(Lane[]::new);
    }

    /**
     * The finish of each, in the order given, in which they take their places.
     *
     * @param now what counts as now
     */
    public static List<Finish> inOrder(Farm farm, List<Wanted> wanted, Forecasts forecasts, Instant now) {
        Finishes finishes = new Finishes(farm, forecasts, now);
        List<Finish> found = new ArrayList<>();
        wanted.forEach(each -> found.add(finishes.next(each)));
        return List.copyOf(found);
    }

    private Finish next(Wanted wanted) {
        Build build = wanted.build();
        Lane.Need need = Lane.Need.of(build);
        Duration estimate = Schedule.estimate(build);
        Instant by = wanted.by() == null ? Instant.MAX : wanted.by();
        Survey survey = new Survey(by).of(Arrays.asList(lanes), need, estimate, now);
        Finish.Chance chance = survey.chance();
        Lane place = survey.place();
        if (place == null) {
            return Finish.unknown(survey.fitting);
        }
        Finish finish = new Finish(
                chance,
                judged(place, build),
                chance == Finish.Chance.IF ? judged(survey.sure, build) : null,
                chance == Finish.Chance.SURE || wanted.by() == null ? null : saver(need, estimate, by),
                survey.inTime,
                survey.fitting - survey.told,
                survey.fitting);
        lanes[place.rank()] = place.with(build, forecasts, now);
        return finish;
    }

    /** Where it would be in time for certain on the queues as they really are, or null. */
    private @Nullable Suitability saver(Lane.Need need, @Nullable Duration estimate, Instant by) {
        Survey survey = new Survey(by).of(untouched, need, estimate, now);
        return survey.chance() == Finish.Chance.SURE ? judged(survey.sure, need.build()) : null;
    }

    private @Nullable Suitability judged(@Nullable Lane lane, Build build) {
        return lane == null ? null : Suitability.of(lane.printer(), build, forecasts, now);
    }
}
