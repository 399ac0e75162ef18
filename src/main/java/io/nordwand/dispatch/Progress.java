package io.nordwand.dispatch;

import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of an action so far.
 *
 * @param standing how it stands
 * @param details what its sentence names besides build and printer
 * @param trouble why it was refused or is unknown, or null
 * @param steps call by call, where it takes several
 * @param sent the calls that were made, in order
 * @param changedAt when it last changed
 */
record Progress(
        Standing standing,
        List<Object> details,
        @Nullable Trouble trouble,
        List<Step> steps,
        List<Sent> sent,
        Instant changedAt) {
    Progress {
        details = List.copyOf(details);
        steps = List.copyOf(steps);
        sent = List.copyOf(sent);
    }

    static Progress begun(List<Step> steps, Instant now) {
        return new Progress(Standing.RUNNING, List.of(), null, steps, List.of(), now);
    }

    Progress now(Standing newStanding, List<Object> newDetails) {
        return new Progress(newStanding, newDetails, null, steps, sent, changedAt);
    }

    Progress because(@Nullable Trouble newTrouble) {
        return new Progress(standing, details, newTrouble, steps, sent, changedAt);
    }

    Progress with(List<Step> newSteps) {
        return new Progress(standing, details, trouble, newSteps, sent, changedAt);
    }

    /** The calls with this one in the place of its former self, or behind the others. */
    List<Sent> with(Sent call) {
        boolean there = sent.stream().anyMatch(each -> each.deed().equals(call.deed()));
        return there
                ? sent.stream()
                        .map(each -> each.deed().equals(call.deed()) ? call : each)
                        .toList()
                : Stream.concat(sent.stream(), Stream.of(call)).toList();
    }

    /** The calls without this one. */
    List<Sent> without(Sent call) {
        return sent.stream().filter(each -> !each.deed().equals(call.deed())).toList();
    }

    Progress sent(List<Sent> newSent) {
        return new Progress(standing, details, trouble, steps, newSent, changedAt);
    }

    Progress at(Instant now) {
        return new Progress(standing, details, trouble, steps, sent, now);
    }
}
