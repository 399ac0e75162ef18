package io.nordwand.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How things go on at a printer: each step changes it and says which step is next. */
final class Course {

    private final Catalogue catalogue;

    Course(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The printer after the step that it had planned, taken at that time. */
    Printer follow(Printer before, Instant at) {
        return take(before.settled(at), before.plan().step(), at).turned();
    }

    private Printer take(Printer p, Step step, Instant at) {
        Dice dice = p.dice();
        return switch (step) {
            case TAKE -> took(p, at);
            case HEAT -> stage(p, Stage.HEATING, at).with(Plan.in(dice.seconds(40, 110), Step.PRINT, at));
            case PRINT -> going(stage(p.with("Printing"), Stage.PRINTING, at), at);
            case LOW -> going(p.with("Low on Material"), at);
            case OUT -> stopped(p.with(emptied(p.first()), emptied(p.second())), "Out of Material", Step.MEND, at);
            case JAM -> stopped(p, jam(p), Step.MEND, at);
            case PAUSE -> stopped(p, "Print Paused", Step.MEND, at);
            case FAIL -> stopped(p, "Print Failure Detected", Step.CANCEL, at);
            case DROP -> going(fated(p).silentUntil(at.plus(dice.minutes(3, 12))), at);
            case FINISH -> finished(p, at);
            case MEND -> mended(p, at);
            case CANCEL ->
                p.over(p.state().equals("Print Failure Detected") ? "Failed" : "Canceled", at)
                        .with("Canceling")
                        .with(Plan.in(dice.seconds(20, 60), Step.STRIP, at));
            case STRIP -> p.with("Print Bed Needs Clearing").with(Plan.in(dice.minutes(3, 12), Step.CLEAR, at));
            case CLEAR ->
                idle(
                        p.over("Completed", at)
                                .with(p.first().renewed(), p.second().renewed()),
                        at);
            case START -> started(p, at);
            case LAPSE -> idle(p.over("Unknown", at), at);
            case COOK -> cooked(p, at);
            case REST -> p.with(Plan.REST);
        };
    }

    /** A job sent to a printer that is free; it will take it in some seconds, or not. */
    static Printer sent(Printer p, Job job, Instant at) {
        Dice dice = p.dice();
        Plan plan = p.mood() == Printer.Mood.DEAF
                ? Plan.in(Duration.ofMinutes(10), Step.LAPSE, at)
                : Plan.in(dice.seconds(4, 9), Step.TAKE, at);
        return p.with(Run.sent(job, at, Fate.thrown(dice))).with(plan).turned();
    }

    /** Ready, until somebody starts the next job. */
    static Printer idle(Printer p, Instant at) {
        Duration wait =
                p.waiting().isEmpty() ? p.dice().minutes(10, 40) : p.dice().seconds(40, 150);
        return p.with(Printer.READY).with(Plan.in(wait, Step.START, at));
    }

    /** A printer at work, with whatever comes first: its fate, a low or an empty spool, or the end. */
    static Printer going(Printer p, Instant at) {
        Run run = p.run();
        if (run == null || run.stage() != Stage.PRINTING) {
            return p;
        }
        List<Plan> plans = new ArrayList<>(List.of(new Plan(Step.FINISH, run.when(1))));
        if (run.fate().share() > run.done()) {
            plans.add(new Plan(run.fate().step(), run.when(run.fate().share())));
        }
        spoolPlans(p.first(), run, run.build().need(false), p.state(), at).forEach(plans::add);
        spoolPlans(p.second(), run, run.build().need(true), p.state(), at).forEach(plans::add);
        Plan next = plans.get(0);
        for (Plan plan : plans) {
            next = plan.at().isBefore(next.at()) ? plan : next;
        }
        return p.with(next);
    }

    private static Stream<Plan> spoolPlans(Spool spool, Run run, double need, String state, Instant at) {
        if (!spool.watched() || need <= 0) {
            return Stream.empty();
        }
        Plan out = new Plan(Step.OUT, run.when(run.done() + spool.cubicCentimetres() / need));
        if (state.equals("Low on Material")) {
            return Stream.of(out);
        }
        double untilWarning = (spool.cubicCentimetres() - spool.warning()) / need;
        Plan low = untilWarning > 0
                ? new Plan(Step.LOW, run.when(run.done() + untilWarning))
                : new Plan(Step.LOW, at.plusSeconds(1));
        return Stream.of(out, low);
    }

    private Printer took(Printer p, Instant at) {
        Run run = p.run();
        if (run == null) {
            return idle(p, at);
        }
        if (p.mood() == Printer.Mood.REFUSING || !loadedFor(p, run.build())) {
            return stopped(p, "Incompatible Print File", Step.CANCEL, at);
        }
        return stage(p.with("Printing"), Stage.DOWNLOADING, at)
                .with(Plan.in(p.dice().seconds(8, 14), Step.HEAT, at));
    }

    private static boolean loadedFor(Printer p, Build build) {
        return build.primary().equals(p.first().material())
                && (!build.needsSecond()
                        || build.secondary().equals(p.second().material())
                        || p.second().material() == null);
    }

    private Printer finished(Printer p, Instant at) {
        Run run = p.run();
        if (run == null) {
            return idle(p, at);
        }
        Dice dice = p.dice();
        Printer done = p.with(run.withJob(run.job().ended("Completed", at)).at(Stage.DONE, at))
                .with("Print Finished")
                .with(Plan.in(dice.minutes(3, 14), Step.CLEAR, at));
        Build more = catalogue.anyFor(p.machine(), dice);
        if (more == null || p.waiting().size() > 2 || dice.chance(0.3)) {
            return done;
        }
        List<Entry> queue = new ArrayList<>(done.listed(at));
        queue.add(Entry.of(Dice.id(p.machine().seed(), "wish", p.turn()), more, at, dice.pick(catalogue.people())));
        return done.with(queue);
    }

    private Printer mended(Printer p, Instant at) {
        Printer mended = p.with(p.first().renewed(), p.second().renewed());
        return p.run() == null
                ? idle(mended, at)
                : mended.with("Resuming Print").with(Plan.in(Duration.ofSeconds(20), Step.PRINT, at));
    }

    /** Somebody loads what the next job needs and presses start. */
    private Printer started(Printer p, Instant at) {
        if (p.run() != null || !p.state().equals(Printer.READY)) {
            return p.with(Plan.REST);
        }
        Dice dice = p.dice();
        Entry entry = p.waiting().isEmpty() ? null : p.waiting().get(0);
        Build build = entry == null ? catalogue.anyFor(p.machine(), dice) : entry.build();
        if (build == null) {
            return idle(p, at);
        }
        Job job = Job.started(
                Dice.id(p.machine().seed(), "job", p.turn()),
                build,
                p.machine().id(),
                at,
                entry == null ? "Device" : "Eiger",
                dice.pick(catalogue.people()));
        Printer loaded = p.with(loaded(p.first(), build.primary()), loaded(p.second(), build.secondary()));
        return entry == null
                ? sent(loaded, job, at)
                : sent(loaded.with(startedEntry(p, entry, at)), job.fromQueue(entry), at);
    }

    private static List<Entry> startedEntry(Printer p, Entry started, Instant at) {
        return p.listed(at).stream()
                .map(entry -> entry.equals(started) ? entry.started(at) : entry)
                .toList();
    }

    private static Spool loaded(Spool spool, String material) {
        boolean other = spool.material() != null && !material.equals(spool.material());
        return other && !material.equals(Build.NONE) ? Spool.full(material) : spool;
    }

    private static Printer cooked(Printer p, Instant at) {
        Dice dice = p.dice();
        return switch (p.state()) {
            case "Ready" -> p.with("Setup Workflow").with(Plan.in(dice.minutes(4, 12), Step.COOK, at));
            case "Setup Workflow" -> p.with("Running Job").with(Plan.in(dice.minutes(60, 1500), Step.COOK, at));
            case "Running Job" -> p.with("System Cooldown").with(Plan.in(dice.minutes(10, 300), Step.COOK, at));
            case "System Cooldown" -> p.with("Finished").with(Plan.in(dice.minutes(10, 60), Step.COOK, at));
            default -> p.with("Ready").with(Plan.in(dice.minutes(10, 240), Step.COOK, at));
        };
    }

    /** The printer stands with that state until somebody takes that step. */
    static Printer stopped(Printer p, String state, Step then, Instant at) {
        return stage(fated(p), Stage.STOPPED, at)
                .with(state)
                .with(Plan.in(p.dice().minutes(4, 20), then, at));
    }

    static String jam(Printer p) {
        Run run = p.run();
        return run != null && run.build().need(true) > 0 && p.second().loaded() ? "Fiber Jam" : "Material Jam";
    }

    /** Its fate has been met; from now on the run is fine. */
    private static Printer fated(Printer p) {
        Run run = p.run();
        return run == null ? p : p.with(run.withFate(Fate.FINE));
    }

    private static Printer stage(Printer p, Stage stage, Instant at) {
        Run run = p.run();
        return run == null ? p : p.with(run.at(stage, at));
    }

    /** A spool that stopped the print is empty to the last bit. */
    private static Spool emptied(Spool spool) {
        return spool.watched() && spool.cubicCentimetres() < spool.warning() / 2 ? spool.at(0) : spool;
    }
}
