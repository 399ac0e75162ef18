package io.nordwand.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A device as it is between two events. Levels are those of the last event; what has been used since is worked out when
 * somebody looks.
 *
 * @param state the true state, also while nobody can reach it
 * @param silentUntil until when it has no contact, or null
 * @param turn number of events so far, part of the key of its dice
 * @param ended its jobs that ended, oldest first
 */
public record Printer(
        Machine machine,
        String state,
        @Nullable Run run,
        Spool first,
        Spool second,
        List<Entry> queue,
        Plan plan,
        Mood mood,
        @Nullable Instant silentUntil,
        int turn,
        List<Job> ended) {

    static final String READY = "Ready";
    private static final int REMEMBERED = 60;

    /** What it does with the next job that it is sent. */
    public enum Mood {
        WILLING,
        /** Eiger says 201 and nothing ever happens. */
        DEAF,
        /** It finds the file incompatible. */
        REFUSING
    }

    /** Whether it has no contact at that time. */
    public boolean silent(Instant now) {
        return silentUntil != null && now.isBefore(silentUntil);
    }

    /** The state that Eiger reports; blank when it reports none. */
    public String reported(Instant now) {
        return silent(now) ? "Offline" : state;
    }

    /** Whether it would take a job. */
    public boolean free(Instant now) {
        return reported(now).equals(READY) && run == null;
    }

    /** The queue as it is listed at that time, in order. */
    public List<Entry> listed(Instant now) {
        return queue.stream().filter(entry -> entry.lingers(now)).toList();
    }

    /** The entries that wait. */
    public List<Entry> waiting() {
        return queue.stream().filter(Entry::waits).toList();
    }

    /** The first spool (or the second) as it is at that time. */
    public Spool spool(boolean secondOne, Instant now) {
        Spool spool = secondOne ? second : first;
        if (run == null) {
            return spool;
        }
        double before = Math.floor(run.done() * run.build().layers() + 1e-9)
                / Math.max(1, run.build().layers());
        return spool.less(run.build().need(secondOne) * (run.layerShare(now) - before));
    }

    /** Its jobs since the simulation began, the one at work included. */
    Stream<Job> jobs() {
        return run == null ? ended.stream() : Stream.concat(ended.stream(), Stream.of(run.reported()));
    }

    Dice dice() {
        return Dice.of(machine.seed(), "turn", turn);
    }

    /** All events up to now have happened. */
    Printer at(Instant now, Course course, boolean peopleAtWork) {
        Printer printer = this;
        while (printer.plan.due(now, peopleAtWork)) {
            printer = course.follow(printer, printer.plan.at());
        }
        return printer;
    }

    /** The levels brought up to now, and the run's stage begun anew. */
    Printer settled(Instant now) {
        return run == null ? this : with(spool(false, now), spool(true, now)).with(run.at(run.stage(), now));
    }

    Printer turned() {
        return new Printer(machine, state, run, first, second, queue, plan, mood, silentUntil, turn + 1, ended);
    }

    Printer with(String word) {
        return new Printer(machine, word, run, first, second, queue, plan, mood, silentUntil, turn, ended);
    }

    Printer with(@Nullable Run other) {
        return new Printer(machine, state, other, first, second, queue, plan, mood, silentUntil, turn, ended);
    }

    Printer with(Spool one, Spool two) {
        return new Printer(machine, state, run, one, two, queue, plan, mood, silentUntil, turn, ended);
    }

    Printer with(List<Entry> entries) {
        return new Printer(
                machine, state, run, first, second, List.copyOf(entries), plan, mood, silentUntil, turn, ended);
    }

    Printer with(Plan next) {
        return new Printer(machine, state, run, first, second, queue, next, mood, silentUntil, turn, ended);
    }

    Printer with(Mood other) {
        return new Printer(machine, state, run, first, second, queue, plan, other, silentUntil, turn, ended);
    }

    Printer silentUntil(@Nullable Instant until) {
        return new Printer(machine, state, run, first, second, queue, plan, mood, until, turn, ended);
    }

    /** The run is over; its job is remembered, with this word unless it has ended already. */
    Printer over(String word, Instant now) {
        if (run == null) {
            return this;
        }
        List<Job> jobs = new ArrayList<>(ended);
        jobs.add(run.job().endedAt() == null ? run.job().ended(word, now) : run.job());
        List<Job> kept = List.copyOf(jobs.subList(Math.max(0, jobs.size() - REMEMBERED), jobs.size()));
        return new Printer(machine, state, null, first, second, queue, plan, mood, silentUntil, turn, kept);
    }
}
