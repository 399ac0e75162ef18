package io.nordwand.simulator.world;

import java.time.Duration;
import java.time.Instant;

/** A step and when it comes. */
record Plan(Step step, Instant at) {

    static final Plan REST = new Plan(Step.REST, Instant.MAX);

    static Plan in(Duration wait, Step step, Instant from) {
        return new Plan(step, from.plus(wait));
    }

    boolean due(Instant now, boolean peopleAtWork) {
        return !at.isAfter(now) && (peopleAtWork || !step.byPerson());
    }
}
