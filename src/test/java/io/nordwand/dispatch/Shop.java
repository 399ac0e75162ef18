package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.NOW;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Caution;
import io.nordwand.farm.Consumable;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Material;
import io.nordwand.farm.Needs;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.Since;
import io.nordwand.farm.StateGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A printer in the making, for rankings: an X7 that is Ready, with plenty of Onyx and carbon fiber and an empty queue. */
record Shop(
        String name,
        String series,
        @Nullable String state,
        StateGroup group,
        @Nullable Material first,
        @Nullable Material second,
        @Nullable Duration jobLeft,
        @Nullable List<Build> queue,
        Set<Caution> cautions,
        Instant readAt) {

    static final Forecasts FORECASTS = new Forecasts(Duration.ofMinutes(15));

    static Shop ready(String name) {
        return new Shop(
                name,
                "X7",
                "Ready",
                StateGroup.READY,
                new Material("Onyx", 800.0),
                new Material("Carbon Fiber", 150.0),
                null,
                List.of(),
                Set.of(),
                NOW);
    }

    /** Needs 100 cm³ of Onyx and 10 cm³ of carbon fiber, for 5 hours. */
    static Build gripper() {
        return build("Gripper", "X7", 100.0, 10.0, Duration.ofHours(5));
    }

    static Build build(
            String title, String series, @Nullable Double onyx, @Nullable Double fiber, @Nullable Duration time) {
        return new Build(
                new BuildId("build-" + title),
                title,
                series,
                1,
                "Onyx",
                fiber == null ? null : "Carbon Fiber",
                new Needs(onyx, fiber, null),
                time,
                true,
                null,
                null);
    }

    Shop series(String other) {
        return new Shop(name, other, state, group, first, second, jobLeft, queue, cautions, readAt);
    }

    Shop state(@Nullable String word, StateGroup newGroup) {
        return new Shop(name, series, word, newGroup, first, second, jobLeft, queue, cautions, readAt);
    }

    Shop first(@Nullable String material, @Nullable Double left) {
        return new Shop(
                name, series, state, group, new Material(material, left), second, jobLeft, queue, cautions, readAt);
    }

    Shop second(@Nullable Material material) {
        return new Shop(name, series, state, group, first, material, jobLeft, queue, cautions, readAt);
    }

    Shop unknownFirst() {
        return new Shop(name, series, state, group, null, second, jobLeft, queue, cautions, readAt);
    }

    /** Prints something that needs no material any more, for so long. */
    Shop printing(Duration left) {
        return new Shop(name, series, "Printing", StateGroup.PRINTING, first, second, left, queue, cautions, readAt);
    }

    Shop queue(@Nullable List<Build> builds) {
        return new Shop(name, series, state, group, first, second, jobLeft, builds, cautions, readAt);
    }

    Shop cautioned(Caution caution) {
        return new Shop(name, series, state, group, first, second, jobLeft, queue, Set.of(caution), readAt);
    }

    Shop readAt(Instant at) {
        return new Shop(name, series, state, group, first, second, jobLeft, queue, cautions, at);
    }

    Printer open() {
        ActiveJob job = jobLeft == null
                ? null
                : new ActiveJob(
                        new JobId("job-" + name),
                        build("Running", series, 0.0, null, null),
                        "Printing",
                        "Printing",
                        1,
                        2,
                        50.0,
                        jobLeft,
                        NOW);
        PrinterReport report = new PrinterReport(
                new PrinterId("id-" + name),
                name,
                "X7",
                series,
                state,
                first,
                second,
                null,
                null,
                job,
                List.of(new Consumable("Nozzle", cautions.isEmpty() ? "Up to Date" : "Due Now", 50.0)));
        return new Printer(
                report,
                group,
                cautions,
                new Since(NOW, true),
                jobLeft == null ? null : NOW.plus(jobLeft),
                false,
                queue == null ? null : new PrintQueue(entries(queue), readAt),
                readAt);
    }

    private static List<QueueEntry> entries(List<Build> builds) {
        List<QueueEntry> entries = new ArrayList<>();
        builds.forEach(build ->
                entries.add(new QueueEntry(new EntryId("entry-" + entries.size()), "Queued", NOW, build, null)));
        return entries;
    }

    Suitability judged(Build build) {
        return Suitability.of(open(), build, FORECASTS, NOW);
    }

    static Ranking ranking(Build build, Shop... shops) {
        Printer[] printers = new Printer[shops.length];
        for (int i = 0; i < shops.length; i++) {
            printers[i] = shops[i].open();
        }
        return ranking(build, FarmFixtures.farm(printers));
    }

    static Ranking ranking(Build build, Farm farm) {
        return Ranking.of(farm, build, FORECASTS, NOW);
    }
}
