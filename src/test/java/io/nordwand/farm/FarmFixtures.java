package io.nordwand.farm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sample printers, queues and builds for tests. */
public final class FarmFixtures {

    /** The moment at which all samples were read. */
    public static final Instant NOW = Instant.parse("2026-02-12T14:32:08Z");

    private FarmFixtures() {}

    /** A farm that was read well at {@link #NOW}. */
    public static Farm farm(Printer... printers) {
        return Farm.of(1, List.of(printers), new Freshness(NOW, null, null, NOW.plusSeconds(15)));
    }

    /** A printer of that name in group ready, id {@code id-<name>}, an X7 with Onyx and carbon fiber, an empty queue. */
    public static Printer printer(String name) {
        return printer(name, "Ready", StateGroup.READY, null);
    }

    /** A printer that works on {@code title} at 61 %, 7 h 40 min left. */
    public static Printer printing(String name, String title) {
        ActiveJob job = new ActiveJob(
                new JobId("job-" + name),
                build(title),
                "Printing",
                "Printing",
                412,
                675,
                61.0,
                Duration.ofMinutes(460),
                NOW.minus(Duration.ofHours(12)));
        return printer(name, "Printing", StateGroup.PRINTING, job);
    }

    /** A printer in any state. */
    public static Printer printer(String name, @Nullable String state, StateGroup group, @Nullable ActiveJob job) {
        PrinterReport report = new PrinterReport(
                new PrinterId("id-" + name),
                name,
                "X7",
                "X7",
                state,
                new Material("Onyx", 412.0),
                new Material("Carbon Fiber", 88.5),
                0,
                Duration.ZERO,
                job,
                List.of(new Consumable("Plastic Nozzle", "Up to Date", 72.0)));
        Instant finish = job == null || job.remaining() == null ? null : NOW.plus(job.remaining());
        return new Printer(
                report,
                group,
                Set.of(),
                new Since(NOW.minus(Duration.ofMinutes(12)), true),
                finish,
                false,
                new PrintQueue(List.of(), NOW),
                NOW);
    }

    /** The printer with these builds waiting; entry ids are {@code entry-1}, {@code entry-2} and so on. */
    public static Printer queued(Printer printer, String... titles) {
        List<QueueEntry> entries = IntStream.range(0, titles.length)
                .mapToObj(i -> new QueueEntry(
                        new EntryId("entry-" + (i + 1)),
                        "Queued",
                        NOW.minusSeconds(3600),
                        build(titles[i]),
                        new Person("Lena Brunner", "lena@example.com")))
                .toList();
        return with(printer, new PrintQueue(entries, NOW));
    }

    /** The printer without that entry. */
    public static Printer without(Printer printer, PrintQueue queue, EntryId entry) {
        List<QueueEntry> entries = queue.entries().stream()
                .filter(each -> !each.id().equals(entry))
                .toList();
        return with(printer, new PrintQueue(entries, queue.readAt()));
    }

    /** The printer with that queue. */
    public static Printer with(Printer printer, PrintQueue queue) {
        return new Printer(
                printer.report(),
                printer.group(),
                printer.cautions(),
                printer.since(),
                printer.finishAt(),
                printer.lostWhilePrinting(),
                queue,
                printer.readAt());
    }

    /** A sliced build of that title for the X7 in Onyx and carbon fiber, id {@code build-<title>}. */
    public static Build build(String title) {
        return new Build(
                new BuildId("build-" + title),
                title,
                "X7",
                4,
                "Onyx",
                "Carbon Fiber",
                new Needs(120.5, 14.2, null),
                Duration.ofMinutes(425),
                true,
                null,
                NOW.minus(Duration.ofDays(3)));
    }
}
