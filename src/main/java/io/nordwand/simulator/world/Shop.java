package io.nordwand.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The devices as they stand when the simulation begins: first the written ones, then as many alike as asked for. */
final class Shop {

    private static final List<String> TROUBLES = List.of(
            "Fiber Jam",
            "Material Jam",
            "Print Paused",
            "Dislocation Error",
            "Vacuum Not Engaged",
            "Purge Strip Removal Needed",
            "User Action Required");

    private final long seed;
    private final Instant start;
    private final Catalogue catalogue;

    Shop(long seed, Instant start, Catalogue catalogue) {
        this.seed = seed;
        this.start = start;
        this.catalogue = catalogue;
    }

    List<Printer> printers(int count) {
        List<String[]> rows = Table.read("printers");
        List<Printer> printers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            printers.add(i < rows.size() ? written(i, rows.get(i)) : alike(i, rows.get(i % rows.size())));
        }
        return List.copyOf(printers);
    }

    private Printer written(int number, String[] row) {
        Machine machine = Machine.of(seed, number, row[0], row[1], start);
        Build build = row[7].isEmpty() ? null : catalogue.titled(row[7], machine);
        double done = build == null ? 0 : done(row[8], build);
        @Nullable Plan next = next(row[9]);
        Printer printer = at(machine, row[6], build, done, next, spool(row[2], row[3]), spool(row[4], row[5]));
        List<String> titles = row[10].isEmpty() ? List.of() : Arrays.asList(row[10].split(", "));
        List<Entry> queue = new ArrayList<>();
        for (String title : titles) {
            queue.add(entry(machine, queue.size(), catalogue.titled(title, machine)));
        }
        if (queue.size() > 4) {
            queue.add(placeholder(queue.get(0)));
        }
        if (row[3].equals("low") && build != null && next != null) {
            double until = build.need(false) * seconds(next) / build.printSeconds();
            printer = printer.with(printer.first().at(printer.first().warning() + until), printer.second());
            printer = printer.with(Plan.REST);
        }
        return begun(printer.with(queue), next);
    }

    /** One more device of the kind of that row, in a situation that its dice choose. */
    private Printer alike(int number, String[] row) {
        Dice dice = Dice.of(seed, "alike", number);
        String name = dice.chance(0.05) ? "" : row[1].replace(' ', '-') + "-" + (100 + number);
        Machine machine = Machine.of(seed, number, name, row[1], start);
        Build build = machine.furnace() ? null : catalogue.anyFor(machine, dice);
        if (build == null) {
            return at(
                    machine,
                    Printer.READY,
                    null,
                    0,
                    Plan.in(dice.minutes(10, 240), Step.COOK, start),
                    Spool.ABSENT,
                    Spool.ABSENT);
        }
        double luck = dice.between(0, 1);
        String state = luck < 0.62
                ? "Printing"
                : luck < 0.75
                        ? Printer.READY
                        : luck < 0.83 ? "Print Finished" : luck < 0.90 ? dice.pick(TROUBLES) : "Offline";
        boolean works = !state.equals(Printer.READY) && !state.equals("Offline");
        double done = state.equals("Print Finished") ? 1 : dice.between(0.02, 0.98);
        Spool first = Spool.full(build.primary());
        Spool second =
                build.needsSecond() ? Spool.full(build.secondary()) : spool(row[4].isEmpty() ? "" : Build.NONE, "");
        Printer printer = at(
                machine,
                state,
                works ? build : null,
                done,
                null,
                first.at(first.cubicCentimetres() * dice.between(0.1, 1)),
                second.at(second.cubicCentimetres() * dice.between(0.1, 1)));
        List<Entry> queue = new ArrayList<>();
        for (int i = dice.below(4); i > 0; i--) {
            Build more = catalogue.anyFor(machine, dice);
            if (more != null) {
                queue.add(entry(machine, queue.size(), more));
            }
        }
        return begun(printer.with(queue), null);
    }

    private Printer at(
            Machine machine,
            String state,
            @Nullable Build build,
            double done,
            @Nullable Plan next,
            Spool first,
            Spool second) {
        boolean off = state.equals("Offline");
        Stage stage = stage(state);
        Run run = null;
        if (build != null) {
            Instant began = start.minusSeconds((long) (build.printSeconds() * done) + 90);
            Dice dice = Dice.of(machine.seed(), "first");
            Job job = Job.started(
                    Dice.id(machine.seed(), "job", "first"),
                    build,
                    machine.id(),
                    began,
                    "Eiger",
                    dice.pick(catalogue.people()));
            Fate fate = next == null ? Fate.thrown(dice) : Fate.FINE;
            run = new Run(
                    stage == Stage.DONE ? job.ended("Completed", start.minusSeconds(600)) : job,
                    stage,
                    done,
                    start,
                    fate);
        }
        return new Printer(
                machine,
                off ? Printer.READY : state.equals("Heating") ? "Printing" : state,
                run,
                first,
                second,
                List.of(),
                next == null ? Plan.REST : next,
                Printer.Mood.WILLING,
                off ? Instant.MAX : null,
                0,
                List.of());
    }

    /** The first step that will be taken: the written one, or one that fits the state. */
    private Printer begun(Printer printer, @Nullable Plan next) {
        Run run = printer.run();
        if (run != null && run.stage() == Stage.PRINTING) {
            boolean ownFate = next != null && next.step() != Step.LOW;
            double share =
                    next == null ? 0 : run.done() + seconds(next) / run.build().printSeconds();
            return Course.going(
                    ownFate && next != null ? printer.with(run.withFate(new Fate(next.step(), share))) : printer,
                    start);
        }
        if (next != null || printer.silentUntil() != null) {
            return printer;
        }
        Dice dice = Dice.of(printer.machine().seed(), "begun");
        Step step = run == null ? Step.START : run.stage() == Stage.DONE ? Step.CLEAR : Step.MEND;
        return printer.with(Plan.in(dice.minutes(2, 30), step, start));
    }

    private Entry entry(Machine machine, int place, Build build) {
        Dice dice = Dice.of(machine.seed(), "queue", place);
        Person requester = dice.chance(0.5) ? dice.pick(catalogue.people()) : null;
        return Entry.of(Dice.id(machine.seed(), "entry", place), build, start.minus(dice.minutes(60, 2400)), requester);
    }

    /** An entry without an id, as old queues hold them (field note 45). */
    private static Entry placeholder(Entry like) {
        return new Entry(new java.util.UUID(0, 0), like.build(), "Unknown", like.queuedAt(), like.updatedAt(), null);
    }

    private double seconds(Plan next) {
        return Duration.between(start, next.at()).toMillis() / 1000.0;
    }

    private @Nullable Plan next(String cell) {
        String[] words = cell.split(" ", -1);
        if (cell.isEmpty()) {
            return null;
        }
        Step step = Step.valueOf(words[0].toUpperCase(Locale.ROOT));
        return step == Step.REST ? Plan.REST : new Plan(step, start.plusSeconds(Long.parseLong(words[1])));
    }

    private static double done(String cell, Build build) {
        double number = Double.parseDouble(cell.substring(0, cell.length() - 1));
        return cell.endsWith("%") ? number / 100 : 1 - number / build.printSeconds();
    }

    private static Spool spool(String material, String cubicCentimetres) {
        if (material.isEmpty()) {
            return Spool.ABSENT;
        }
        Spool full = Spool.full(material);
        return switch (cubicCentimetres) {
            case "", "low" -> full;
            case "unmetered" -> new Spool(material, 0, false);
            default -> full.at(Double.parseDouble(cubicCentimetres));
        };
    }

    private static Stage stage(String state) {
        return switch (state) {
            case "Printing" -> Stage.PRINTING;
            case "Heating" -> Stage.HEATING;
            case "Print Finished" -> Stage.DONE;
            default -> Stage.STOPPED;
        };
    }
}
