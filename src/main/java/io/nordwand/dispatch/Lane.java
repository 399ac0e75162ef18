package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.MaterialForecast;
import io.nordwand.farm.MaterialName;
import io.nordwand.farm.Needs;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.SpoolForecast;
import io.nordwand.farm.Taking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What counts of one printer for a build on top of its queue, found out once for many builds: it tells the same as
 * {@link Suitability} does, which looks at the whole queue for each build.
 *
 * @param rank place among all by name, by which ties are decided
 * @param printer the printer
 * @param usable whether it is in contact and its state known
 * @param startsAt when one more build would start, or null when that can't be told
 * @param before how long what is before it takes once the printer can go on, or null when not known
 * @param spools what is left for it
 */
record Lane(
        int rank,
        Printer printer,
        boolean usable,
        @Nullable Instant startsAt,
        @Nullable Duration before,
        List<Left> spools) {

    /** As the forecasts have it: less than this is the noise of adding decimals. */
    private static final double NOISE = 1e-6;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A build of a minute that needs nothing: what is found for it holds for any other. */
    private static final Build PROBE = new Build(
            new BuildId("probe"), "", "", null, null, null, new Needs(0.0, 0.0, null), MINUTE, true, null, null);

    /**
     * What a build needs, found out once for all printers.
     *
     * @param build the build
     * @param takes for each spool whether anything of it is needed, or may be
     * @param materials for each spool the material by which it is compared; blank for none named
     * @param amounts for each spool how much, or null when not known
     */
    record Need(Build build, List<Boolean> takes, List<String> materials, List<Optional<Double>> amounts) {

        static Need of(Build build) {
            Needs needs = build.needs();
            // A build may do without a second material, and then says nothing of it.
            boolean second = build.secondaryMaterial() != null || needs.secondaryCubicCentimetres() != null;
            return new Need(
                    build,
                    List.of(true, second),
                    List.of(MaterialName.key(build.primaryMaterial()), MaterialName.key(build.secondaryMaterial())),
                    List.of(amount(needs.primaryCubicCentimetres()), amount(needs.secondaryCubicCentimetres())));
        }

        private static Optional<Double> amount(@Nullable Double told) {
            return told == null || told.isInfinite() || !(told >= 0) ? Optional.empty() : Optional.of(told);
        }
    }

    /** What is left of one spool after all that waits: how much, of what, and whether that is known. */
    private record Left(
            boolean known, String material, @Nullable Double cubicCentimetres) {

        private static Left of(SpoolForecast spool) {
            List<Taking> takings = spool.takings();
            return new Left(
                    spool.known(),
                    MaterialName.key(spool.material()),
                    takings.get(takings.size() - 1).leftCubicCentimetres());
        }

        /** Whether it is enough for certain. */
        private boolean enough(String wanted, Optional<Double> need) {
            if (need.isEmpty()) {
                return false;
            }
            if (need.get() == 0) {
                return true;
            }
            return !wanted.isEmpty()
                    && known
                    && wanted.equals(material)
                    && cubicCentimetres != null
                    && cubicCentimetres - need.get() > -NOISE;
        }
    }

    static Lane of(int rank, Printer printer, Forecasts forecasts, Instant now) {
        Suitability probed = Suitability.of(printer, PROBE, forecasts, now);
        MaterialForecast materials = forecasts.with(printer, List.of(PROBE)).materials();
        return new Lane(
                rank,
                printer,
                probed.fitness() != Suitability.Fitness.UNFIT,
                probed.startsAt(),
                probed.work() == null ? null : probed.work().minus(MINUTE),
                materials.spools().stream().map(Left::of).toList());
    }

    /** The same printer with this build on top of its queue; one whose queue is not known stays as it is. */
    Lane with(Build build, Forecasts forecasts, Instant now) {
        PrintQueue queue = printer.queue();
        if (queue == null) {
            return this;
        }
        List<QueueEntry> entries = new ArrayList<>(queue.entries());
        entries.add(QueueEntry.wanted(build));
        return of(
                rank,
                new Printer(
                        printer.report(),
                        printer.group(),
                        printer.cautions(),
                        printer.since(),
                        printer.finishAt(),
                        printer.lostWhilePrinting(),
                        new PrintQueue(entries, queue.gone(), queue.readAt()),
                        printer.readAt(),
                        printer.movedAt(),
                        printer.lastContact()),
                forecasts,
                now);
    }

    /** Whether the build could be sent here. */
    boolean takes(Build build) {
        return usable && Fit.objection(printer.report(), build).isEmpty();
    }

    /** When it would be done, or null when that can't be told. */
    @Nullable
    Instant doneAt(@Nullable Duration estimate) {
        return startsAt == null || estimate == null ? null : startsAt.plus(estimate);
    }

    /** Whether what is loaded is enough for certain, after all that waits. */
    boolean enough(Need need) {
        for (int i = 0; i < spools.size(); i++) {
            boolean enough = !need.takes().get(i)
                    || spools.get(i)
                            .enough(need.materials().get(i), need.amounts().get(i));
            if (!enough) {
                return false;
            }
        }
        return true;
    }
}
