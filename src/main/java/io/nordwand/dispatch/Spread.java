package io.nordwand.dispatch;

import io.nordwand.farm.Forecast;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.MaterialFinding;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Slot;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A proposal for so many copies of a build: each goes where it would be done first, as long as time and material can be
 * told there and suffice. Nothing is sent by it.
 *
 * @param asked how many copies were to be spread
 * @param copies how many each printer gets, at least one; in the order in which they were first chosen
 * @param left how many fit nowhere for certain
 * @param doneAt when the last of those that have a place would be done, or null when none has
 */
public record Spread(
        int asked,
        Map<PrinterId, Integer> copies,
        int left,
        @Nullable Instant doneAt) {
    public Spread {
        copies = Collections.unmodifiableMap(new LinkedHashMap<>(copies));
    }

    /** A printer's next copy, and when it would be done. */
    private record Offer(Suitability row, int rank, int copy, Instant doneAt) {}

    private static final Comparator<Offer> FIRST_DONE =
            Comparator.comparing(Offer::doneAt).thenComparing(Offer::rank);

    /**
     * Spreads the copies.
     *
     * @param perPrinter most copies that one printer may get
     */
    static Spread of(Ranking ranking, int asked, int perPrinter, Forecasts forecasts) {
        PriorityQueue<Offer> offers = new PriorityQueue<>(FIRST_DONE);
        List<Suitability> rows = ranking.unsliced() ? List.of() : ranking.fit();
        for (int rank = 0; rank < rows.size(); rank++) {
            offer(ranking, rows.get(rank), rank, 1, forecasts).ifPresent(offers::add);
        }
        Map<PrinterId, Integer> copies = new LinkedHashMap<>();
        int left = asked;
        Instant doneAt = null;
        while (left > 0 && !offers.isEmpty()) {
            Offer best = offers.remove();
            copies.put(best.row().printer().id(), best.copy());
            left--;
            doneAt = doneAt == null || best.doneAt().isAfter(doneAt) ? best.doneAt() : doneAt;
            if (best.copy() < perPrinter) {
                offer(ranking, best.row(), best.rank(), best.copy() + 1, forecasts)
                        .ifPresent(offers::add);
            }
        }
        return new Spread(asked, copies, left, doneAt);
    }

    /** The copy after those that the printer has by now, if it is certain when it is done and that the material lasts. */
    private static Optional<Offer> offer(Ranking ranking, Suitability row, int rank, int copy, Forecasts forecasts) {
        if (row.doneAt() == null) {
            return Optional.empty();
        }
        Forecast forecast = forecasts.with(row.printer(), Collections.nCopies(copy, ranking.build()));
        List<Slot> slots = forecast.schedule().waiting();
        int last = forecast.materials().primary().takings().size() - 1;
        Instant doneAt = slots.get(slots.size() - 1).endsAt();
        return doneAt == null || forecast.materials().finding(last) != MaterialFinding.ENOUGH
                ? Optional.empty()
                : Optional.of(new Offer(row, rank, copy, doneAt));
    }

    /** How many copies have a place. */
    public int placed() {
        return asked - left;
    }
}
