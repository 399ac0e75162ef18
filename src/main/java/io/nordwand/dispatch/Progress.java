package io.nordwand.dispatch;

import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an action so far.
 *
 * @param standing how it stands
 * @param details what its sentence names besides build and printer
 * @param trouble why it was refused or is unknown, or null
 * @param steps call by call, where it takes several
 * @param changedAt when it last changed
 */
record Progress(
        Standing standing, List<Object> details, @Nullable Trouble trouble, List<Step> steps, Instant changedAt) {
    Progress {
        details = List.copyOf(details);
        steps = List.copyOf(steps);
    }

    Progress because(@Nullable Trouble newTrouble) {
        return new Progress(standing, details, newTrouble, steps, changedAt);
    }

    Progress with(List<Step> newSteps) {
        return new Progress(standing, details, trouble, newSteps, changedAt);
    }

    Progress at(Instant now) {
        return new Progress(standing, details, trouble, steps, now);
    }
}
