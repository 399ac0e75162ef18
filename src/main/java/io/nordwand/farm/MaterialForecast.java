package io.nordwand.farm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is loaded lasts: per spool the level, less what the job in work still takes, less the needs of the waiting
 * jobs in order (field notes 37 to 40). All amounts are Eiger's estimates. What is not known stays so: it makes every
 * later balance unknown, but a spool that is short for certain already stays short.
 *
 * @param spools the first and the second spool
 * @param supportCubicCentimetres support material that all jobs need, in cm³, as far as they say; its level is not known
 *     (field note 37)
 * @param supports what each job needs of it: the job in work, if there is one, then the waiting ones
 */
public record MaterialForecast(List<SpoolForecast> spools, double supportCubicCentimetres, List<Support> supports) {
    public MaterialForecast {
        spools = List.copyOf(spools);
        supports = List.copyOf(supports);
    }

    /** Support material that one job needs: its entry (null for the job in work) and how much, or null when not known. */
    public record Support(@Nullable EntryId entry, @Nullable Double cubicCentimetres) {}

    /**
     * The forecast of a printer with these waiting jobs.
     *
     * @param report what Eiger said of it; without contact nothing of it counts as a level
     * @param entries waiting jobs, first to print first
     * @param schedule when they print
     */
    public static MaterialForecast of(PrinterReport report, List<QueueEntry> entries, Schedule schedule) {
        List<Support> supports = new ArrayList<>();
        if (schedule.running() != null) {
            supports.add(new Support(null, support(schedule.running().build())));
        }
        entries.forEach(entry -> supports.add(new Support(entry.id(), support(entry.build()))));
        return new MaterialForecast(
                Stream.of(SpoolForecast.Place.values())
                        .map(place -> SpoolCount.of(place, report, entries, schedule))
                        .toList(),
                supports.stream()
                        .mapToDouble(need -> need.cubicCentimetres() == null ? 0 : need.cubicCentimetres())
                        .sum(),
                supports);
    }

    private static @Nullable Double support(@Nullable Build build) {
        return build == null ? null : Demand.amount(build.needs().supportCubicCentimetres());
    }

    /** The first spool. */
    public SpoolForecast primary() {
        return spools.get(0);
    }

    /** The second spool. */
    public SpoolForecast secondary() {
        return spools.get(1);
    }

    /** Whether support material is needed, whose level no printer reports. */
    public boolean needsSupport() {
        return supportCubicCentimetres > 0;
    }

    /** All spools that run out, the first to do so first, as far as that can be told. */
    public List<Shortfall> shortfalls() {
        return all(SpoolForecast::shortfall);
    }

    /** For each spool the first job that needs another material. */
    public List<Swap> swaps() {
        return all(SpoolForecast::swap);
    }

    private <T> List<T> all(Function<SpoolForecast, @Nullable T> part) {
        List<T> found = new ArrayList<>();
        for (SpoolForecast spool : spools) {
            T one = part.apply(spool);
            if (one != null) {
                found.add(one);
            }
        }
        return List.copyOf(found);
    }

    /** The worst that any spool finds for the job at that place of {@code takings}: 0 is the first. */
    public MaterialFinding finding(int index) {
        return spools.stream()
                .map(spool -> spool.takings().get(index).finding())
                .max(Enum::compareTo)
                .orElse(MaterialFinding.UNKNOWN);
    }

    /** The worst finding of all spools. */
    public MaterialFinding finding() {
        return spools.stream().map(SpoolForecast::finding).max(Enum::compareTo).orElse(MaterialFinding.UNKNOWN);
    }
}
