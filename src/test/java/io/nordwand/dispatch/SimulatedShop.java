package io.nordwand.dispatch;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Needs;
import io.nordwand.farm.PrintJob;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Since;
import io.nordwand.farm.StateGroup;
import io.nordwand.simulator.world.Entry;
import io.nordwand.simulator.world.Happening;
import io.nordwand.simulator.world.Run;
import io.nordwand.simulator.world.Timeline;
import io.nordwand.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The simulated organization without the wire: three X7 at rest with a few jobs each, and what it tells of itself. */
final class SimulatedShop {

    private record Late(Instant due, Runnable effect) {}

    private final SimulatedTime time;
    private final Timeline timeline;
    private final List<Late> pending = new ArrayList<>();
    final List<PrinterId> printers;
    final List<BuildId> builds;
    final Set<EntryId> foreign;

    SimulatedShop(SimulatedTime time) {
        this.time = time;
        this.timeline = new Timeline(7, 3, 1, time);
        timeline.become(world -> world.peopleAtWork(false));
        World world = timeline.world();
        printers = world.printers().stream()
                .map(each -> new PrinterId(each.machine().id().toString()))
                .toList();
        String series = world.printers().get(0).machine().series();
        builds = world.catalogue().builds().stream()
                .filter(build -> build.series().equals(series) && build.sliced())
                .limit(3)
                .map(build -> new BuildId(build.id().toString()))
                .toList();
        for (PrinterId printer : printers) {
            timeline.happen(uuid(printer.value()), Happening.UNQUEUE);
            timeline.happen(uuid(printer.value()), Happening.READY);
            builds.forEach(build -> append(printer, build));
        }
        foreign = printers.stream().flatMap(printer -> queue(printer).stream()).collect(Collectors.toSet());
    }

    static UUID uuid(String id) {
        return UUID.fromString(id);
    }

    World world() {
        return timeline.world();
    }

    void happen(PrinterId printer, Happening happening) {
        timeline.happen(uuid(printer.value()), happening);
    }

    EntryId append(PrinterId printer, BuildId build) {
        return new EntryId(timeline.change(world -> world.append(uuid(printer.value()), uuid(build.value())))
                .id()
                .toString());
    }

    void remove(PrinterId printer, EntryId entry) {
        timeline.change(world -> world.remove(uuid(printer.value()), uuid(entry.value())));
    }

    JobId print(PrinterId printer, BuildId build) {
        return new JobId(timeline.change(world -> world.print(uuid(printer.value()), uuid(build.value())))
                .id()
                .toString());
    }

    /** Something takes effect only then, whatever became of the program. */
    void later(Duration delay, Runnable effect) {
        pending.add(new Late(time.instant().plus(delay), effect));
    }

    /** Lets time pass, and what is due happen on the way. */
    void pass(Duration span) {
        Instant end = time.instant().plus(span);
        while (time.instant().isBefore(end)) {
            Instant now = time.instant();
            Instant next = pending.stream()
                    .map(Late::due)
                    .filter(due -> due.isAfter(now) && due.isBefore(end))
                    .min(Instant::compareTo)
                    .orElse(end);
            time.pass(Duration.between(now, next));
            List<Late> due =
                    pending.stream().filter(late -> !late.due().isAfter(next)).toList();
            pending.removeAll(due);
            due.forEach(late -> late.effect().run());
        }
    }

    List<EntryId> queue(PrinterId printer) {
        return waiting(printer).stream()
                .map(entry -> new EntryId(entry.id().toString()))
                .toList();
    }

    List<Entry> waiting(PrinterId printer) {
        return world().printer(uuid(printer.value())).waiting();
    }

    /** The printer as a page would have it. */
    Printer printer(PrinterId id) {
        QueueReading reading = reading(id);
        return new Printer(
                reading.printer(),
                StateGroup.READY,
                Set.of(),
                new Since(time.instant(), true),
                null,
                false,
                reading.queue(),
                time.instant());
    }

    /** What a person is offered who goes on with the action now. */
    List<Step> left(Action action) {
        List<Left> left = Left.of(action);
        List<QueueReading> readings = left.isEmpty()
                ? List.of()
                : action.printers().stream().map(this::reading).toList();
        return LeftDialog.of(action, left, readings, true).rows().stream()
                .map(row -> row.left().step())
                .toList();
    }

    QueueReading reading(PrinterId id) {
        io.nordwand.simulator.world.Printer printer = world().printer(uuid(id.value()));
        PrinterReport report = new PrinterReport(
                id,
                printer.machine().name(),
                printer.machine().model(),
                printer.machine().series(),
                printer.reported(time.instant()),
                null,
                null,
                null,
                null,
                active(printer.run()),
                List.of());
        List<QueueEntry> entries = printer.waiting().stream()
                .map(entry -> new QueueEntry(
                        new EntryId(entry.id().toString()),
                        entry.state(),
                        entry.queuedAt(),
                        build(entry.build()),
                        null))
                .toList();
        return new QueueReading(report, new PrintQueue(entries, time.instant()));
    }

    private static @Nullable ActiveJob active(@Nullable Run run) {
        return run == null || !run.visible()
                ? null
                : new ActiveJob(
                        new JobId(run.job().id().toString()),
                        build(run.build()),
                        "Printing",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
    }

    Build build(BuildId id) {
        return build(world().build(uuid(id.value())));
    }

    private static Build build(io.nordwand.simulator.world.Build build) {
        return new Build(
                new BuildId(build.id().toString()),
                build.title(),
                build.series(),
                build.partCount(),
                build.primary(),
                build.secondary(),
                new Needs(null, null, null),
                null,
                build.sliced(),
                null,
                build.createdAt());
    }

    List<PrintJob> jobs(PrinterId printer, Instant since) {
        return world().jobs()
                .filter(job -> uuid(printer.value()).equals(job.device())
                        && !job.createdAt().isBefore(since))
                .map(job -> new PrintJob(
                        new JobId(job.id().toString()),
                        new BuildId(job.build().id().toString()),
                        job.state(),
                        job.createdAt(),
                        job.endedAt()))
                .toList();
    }
}
