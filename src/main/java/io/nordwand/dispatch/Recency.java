package io.nordwand.dispatch;

import io.nordwand.farm.Printer;
import java.time.Duration;
import java.time.Instant;

/** Whether what is known of a printer is new enough to say when it will be free. */
final class Recency {

    /** As the design has it: what was last polled two minutes ago is out of date. */
    private static final Duration REPORT = Duration.ofMinutes(2);

    /** Queues are read in a round of five minutes; twice that means that the reading fails. */
    private static final Duration QUEUE = Duration.ofMinutes(10);

    private Recency() {}

    static boolean current(Printer printer, Instant now) {
        return printer.queue() != null
                && !printer.readAt().plus(REPORT).isBefore(now)
                && !printer.queue().readAt().plus(QUEUE).isBefore(now);
    }
}
