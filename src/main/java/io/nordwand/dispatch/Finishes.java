package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** A printer that may take the build; {@code doneAt} is null when that can't be told. */
    private record Offer(Lane lane, @Nullable Instant doneAt, boolean enough) {

        private Instant known() {
            return doneAt == null ? Instant.MAX : doneAt;
        }
    }

    private static final Comparator<Offer> FIRST_DONE = Comparator.comparing(Offer::known)
            .thenComparing(offer -> !offer.enough())
            .thenComparing(offer -> offer.lane().name(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(offer -> offer.lane().printer().id().value());

    private static final Comparator<Lane> LEAST_BEFORE = Comparator.comparing(
                    Lane::before, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Lane::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(lane -> lane.printer().id().value());

    private final Forecasts forecasts;
    private final Instant now;
    private final List<Lane> untouched;
    private final Map<PrinterId, Lane> lanes = new LinkedHashMap<>();

    private Finishes(Farm farm, Forecasts forecasts, Instant now) {
        this.forecasts = forecasts;
        this.now = now;
        this.untouched = farm.printers().values().stream()
                .map(printer -> Lane.of(printer, forecasts, now))
                .filter(Lane::usable)
                .toList();
        untouched.forEach(lane -> lanes.put(lane.printer().id(), lane));
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
        List<Lane> fitting =
                lanes.values().stream().filter(lane -> lane.takes(build)).toList();
        Duration estimate = Schedule.estimate(build);
        if (fitting.isEmpty() || estimate == null) {
            return Finish.unknown(fitting.size());
        }
        Instant by = wanted.by() == null ? Instant.MAX : wanted.by();
        List<Offer> told = offers(fitting, build, estimate);
        Offer sure = told.stream().filter(Offer::enough).min(FIRST_DONE).orElse(null);
        Offer first = told.stream().min(FIRST_DONE).orElse(null);
        Lane held = held(fitting, estimate, by);
        Finish.Chance chance;
        Lane place;
        if (sure != null && !sure.known().isAfter(by)) {
            chance = Finish.Chance.SURE;
            place = sure.lane();
        } else if (first != null && !first.known().isAfter(by)) {
            chance = Finish.Chance.IF;
            place = first.lane();
        } else if (held != null) {
            chance = Finish.Chance.IF;
            place = held;
        } else {
            chance = first == null ? Finish.Chance.UNKNOWN : Finish.Chance.LATE;
            place = first == null ? null : first.lane();
        }
        Finish finish = new Finish(
                chance,
                place == null ? null : judged(place, build),
                chance == Finish.Chance.IF && sure != null ? judged(sure.lane(), build) : null,
                chance == Finish.Chance.SURE ? null : saver(build, estimate, wanted.by()),
                (int) told.stream()
                        .filter(offer -> offer.enough() && !offer.known().isAfter(by))
                        .count(),
                fitting.size() - told.size(),
                fitting.size());
        if (place != null) {
            lanes.put(place.printer().id(), place.with(build, forecasts, now));
        }
        return finish;
    }

    private static List<Offer> offers(List<Lane> lanes, Build build, Duration estimate) {
        List<Offer> offers = new ArrayList<>();
        for (Lane lane : lanes) {
            Instant doneAt = lane.doneAt(estimate);
            if (doneAt != null) {
                offers.add(new Offer(lane, doneAt, lane.enough(build)));
            }
        }
        return offers;
    }

    /** The printer that waits for hands and would have it in time if somebody came at once, or null. */
    private @Nullable Lane held(List<Lane> fitting, Duration estimate, Instant by) {
        return fitting.stream()
                .filter(lane -> lane.startsAt() == null && lane.before() != null)
                .filter(lane -> !now.plus(lane.before()).plus(estimate).isAfter(by))
                .min(LEAST_BEFORE)
                .orElse(null);
    }

    /** Where it would be in time for certain on the queues as they really are, or null. */
    private @Nullable Suitability saver(Build build, Duration estimate, @Nullable Instant by) {
        if (by == null) {
            return null;
        }
        List<Lane> fitting =
                untouched.stream().filter(lane -> lane.takes(build)).toList();
        return offers(fitting, build, estimate).stream()
                .filter(offer -> offer.enough() && !offer.known().isAfter(by))
                .min(FIRST_DONE)
                .map(offer -> judged(offer.lane(), build))
                .orElse(null);
    }

    private Suitability judged(Lane lane, Build build) {
        return Suitability.of(lane.printer(), build, forecasts, now);
    }
}
