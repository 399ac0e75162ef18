package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.PrinterId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All printers for a build, the best first.
 *
 * @param build the build
 * @param rows every printer of the farm
 */
public record Ranking(Build build, List<Suitability> rows) {
    public Ranking {
        rows = List.copyOf(rows);
    }

    static Ranking of(Farm farm, Build build, Forecasts forecasts, Instant now) {
        return new Ranking(
                build,
                farm.printers().values().stream()
                        .map(printer -> Suitability.of(printer, build, forecasts, now))
                        .sorted(Suitability.BEST_FIRST)
                        .toList());
    }

    /** Whether it has to be sliced first, so that no printer can take it. */
    public boolean unsliced() {
        return Boolean.FALSE.equals(build.sliced());
    }

    /** Whether approvals are on and it has none. */
    public boolean unapproved() {
        return Boolean.FALSE.equals(build.approved());
    }

    /** Those that suit, warned or not, the best first. */
    public List<Suitability> fit() {
        return rows.stream()
                .filter(row -> row.fitness() != Suitability.Fitness.UNFIT)
                .toList();
    }

    /** The others. */
    public List<Suitability> unfit() {
        return rows.stream()
                .filter(row -> row.fitness() == Suitability.Fitness.UNFIT)
                .toList();
    }

    Optional<Suitability> row(PrinterId printer) {
        return rows.stream().filter(row -> row.printer().id().equals(printer)).findFirst();
    }
}
