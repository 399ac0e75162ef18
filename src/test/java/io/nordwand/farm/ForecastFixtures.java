package io.nordwand.farm;

import static io.nordwand.farm.FarmFixtures.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Printers and queues whose amounts and times matter. */
final class ForecastFixtures {

    static final Duration TURNOVER = Duration.ofMinutes(15);

    private ForecastFixtures() {}

    static Build build(@Nullable String material, @Nullable Double need, @Nullable Duration estimate) {
        return build(material, need, null, null, estimate);
    }

    static Build build(
            @Nullable String material,
            @Nullable Double need,
            @Nullable String second,
            @Nullable Double secondNeed,
            @Nullable Duration estimate) {
        return new Build(
                new BuildId("b"),
                "Gear",
                "X7",
                1,
                material,
                second,
                new Needs(need, secondNeed, null),
                estimate,
                true,
                null,
                null);
    }

    static List<QueueEntry> queue(@Nullable Build... builds) {
        List<QueueEntry> entries = new ArrayList<>();
        for (Build build : builds) {
            entries.add(new QueueEntry(new EntryId("e" + (entries.size() + 1)), "Queued", null, build, null));
        }
        return entries;
    }

    static ActiveJob job(@Nullable Build build, @Nullable Double progress, @Nullable Duration remaining) {
        return new ActiveJob(
                new JobId("job"), build, "Printing", "Printing", 3, 9, progress, remaining, NOW.minusSeconds(3600));
    }

    static Printer ready(@Nullable Material first, @Nullable Material second) {
        return printer("Ready", StateGroup.READY, first, second, null);
    }

    static Printer printing(@Nullable Material first, @Nullable ActiveJob job) {
        return printer("Printing", StateGroup.PRINTING, first, null, job);
    }

    static Printer printer(
            @Nullable String state,
            StateGroup group,
            @Nullable Material first,
            @Nullable Material second,
            @Nullable ActiveJob job) {
        PrinterReport report = new PrinterReport(
                new PrinterId("p"), "X7-01", "X7", "X7", state, first, second, null, null, job, List.of());
        Instant finish = job == null || job.remaining() == null ? null : NOW.plus(job.remaining());
        return new Printer(report, group, Set.of(), new Since(NOW, true), finish, false, null, NOW);
    }

    static MaterialForecast forecast(Printer printer, List<QueueEntry> entries) {
        return MaterialForecast.of(printer.report(), entries, Schedule.of(printer, entries, NOW, TURNOVER));
    }
}
