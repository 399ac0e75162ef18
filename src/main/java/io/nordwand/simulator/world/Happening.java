package io.nordwand.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;

/** Things that tests let happen to a printer, whatever it was about to do. */
public enum Happening {
    /** Contact is lost for good; what it does goes on. */
    OFFLINE((p, at) -> p.silentUntil(Instant.MAX)),
    /** Contact is back. */
    ONLINE((p, at) -> p.silentUntil(null)),
    /** The print ends well. */
    FINISH((p, at) ->
            p.run() == null ? p : p.with(p.run().at(Stage.PRINTING, at)).with(new Plan(Step.FINISH, at))),
    /** Fiber or material jams and nobody comes. */
    JAM((p, at) -> Course.stopped(p, Course.jam(p), Step.MEND, at).with(Plan.REST)),
    /** The printer sees that the print has failed, and nobody comes. */
    FAIL((p, at) -> Course.stopped(p, "Print Failure Detected", Step.CANCEL, at).with(Plan.REST)),
    /** The first spool of a printer at work goes below the warning level; the warning comes a second later. */
    RUN_LOW((p, at) -> Course.going(p.with(p.first().at(p.first().warning() * 0.9), p.second()), at)),
    /** Whatever stopped it is removed. */
    MEND((p, at) -> p.with(new Plan(Step.MEND, at))),
    /** The bed is cleared, whatever was on it is given up, and it stays free for an hour. */
    READY((p, at) -> Course.idle(p.over("Canceled", at).silentUntil(null).with(Printer.Mood.WILLING), at)
            .with(Plan.in(Duration.ofHours(1), Step.START, at))),
    /** Its queue is empty. */
    UNQUEUE((p, at) -> p.with(List.<Entry>of())),
    /** It takes the jobs that it is sent. */
    WILLING((p, at) -> p.with(Printer.Mood.WILLING)),
    /** It ignores the jobs that it is sent. */
    DEAF((p, at) -> p.with(Printer.Mood.DEAF)),
    /** It finds the jobs that it is sent incompatible. */
    REFUSING((p, at) -> p.with(Printer.Mood.REFUSING));

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final BiFunction<Printer, Instant, Printer> event;

    Happening(BiFunction<Printer, Instant, Printer> event) {
        this.event = event;
    }

    BiFunction<Printer, Instant, Printer> event() {
        return event;
    }
}
