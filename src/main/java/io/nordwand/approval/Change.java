package io.nordwand.approval;

import io.nordwand.dispatch.Commission;
import io.nordwand.dispatch.Errand;
import io.nordwand.dispatch.Order;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.ApprovalCommands;
import io.nordwand.history.Approvals;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes an order of a confirmed plan: the set is read once more, it must be what was shown, what it was is stored, and only
 * then the one request is sent.
 */
@Component
class Change {

    /** Operation that replaces the set. */
    static final String APPROVE = "approve";

    /** Operation that turns approvals off. */
    static final String OFF = "approvals-off";

    /** All forms that change the set share their action id, and one order at a time may change it. */
    static final String PLACE = "approvals";

    private final Approvals approvals;
    private final ApprovalCommands commands;
    private final FormerSets sets;
    private final BuildNames names;
    private final MessageSource messages;
    private final Clock clock;

    Change(
            Approvals approvals,
            ApprovalCommands commands,
            FormerSets sets,
            BuildNames names,
            MessageSource messages,
            Clock clock) {
        this.approvals = approvals;
        this.commands = commands;
        this.sets = sets;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    /** Name of the stored change that the form with this action id makes; the same for each time that it is sent. */
    static String memo(String actionId) {
        return UUID.nameUUIDFromBytes(actionId.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What the form asks for. */
    Commission commission(Proposal plan, String actionId, String back) {
        String memo = memo(actionId);
        Difference difference = plan.difference();
        String subject = plan.becomes().on()
                ? say(
                        "approval.deed",
                        plan.becomes().builds().size(),
                        difference.gained().size(),
                        difference.lost().size())
                : say("approval.deed.off");
        String seen = plan.seen().on()
                ? say("approval.deed.seen", plan.seen().builds().size())
                : say("approval.deed.seen-off");
        Errand errand = Errand.of(plan.operation(), subject, () -> send(plan))
                .seeing(seen)
                .remembering(memo)
                .after(order -> prepared(plan, memo, order));
        return new Commission(PLACE, PLACE, back, OutcomeController::path, List.of(errand));
    }

    private Mono<Void> send(Proposal plan) {
        return plan.becomes().on() ? commands.approve(plan.becomes().builds()) : commands.disable();
    }

    private Mono<Void> prepared(Proposal plan, String memo, Order order) {
        return approvals
                .read()
                .onErrorMap(
                        Change::isConflict,
                        error -> new FarmException(new Trouble.Unreadable(
                                ((FarmException) error).trouble().sentence(), null)))
                .flatMap(now -> now.equals(plan.seen()) ? stored(plan, memo, order) : Mono.error(changed()));
    }

    /** Only a set that differs is told as one that somebody changed. */
    private static boolean isConflict(Throwable error) {
        return error instanceof FarmException known && known.trouble() instanceof Trouble.Conflict;
    }

    private FarmException changed() {
        return new FarmException(new Trouble.Conflict(say("approval.changed"), null));
    }

    private Mono<Void> stored(Proposal plan, String memo, Order order) {
        Set<BuildId> all = new HashSet<>(plan.seen().builds());
        all.addAll(plan.becomes().builds());
        return names.titles(all)
                .flatMap(titles -> sets.store(new FormerSet(
                        memo, order.id(), clock.instant(), order.actor().name(), plan.seen(), plan.becomes(), titles)));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, Locale.ENGLISH);
    }
}
