package io.nordwand.dispatch;

import io.nordwand.dispatch.Denial.Reason;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Grants each intent once, lets one write at a time happen at a printer, and remembers what became of it. */
@Component
class Actions {

    private static final Logger log = LoggerFactory.getLogger(Actions.class);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MOMENT = Duration.ofSeconds(20);

    private final Tickets tickets;
    private final Journal journal;
    private final Clock clock;
    private final UsedIds<Action> used = new UsedIds<>();
    private final Ledgers ledgers = new Ledgers();
    private final ActionFeed feed = new ActionFeed();
    private volatile boolean closing;

    Actions(Tickets tickets, Journal journal, Clock clock) {
        this.tickets = tickets;
        this.journal = journal;
        this.clock = clock;
    }

    /** Knows again what was stored before a restart. */
    synchronized void restore(List<Journal.Row> rows) {
        rows.forEach(row -> ledgers.put(row.action(), oldest()));
        Journal.byForm(rows).forEach((id, all) -> used.add(id, null, Journal.asked(all), Journal.actions(all)));
    }

    /** Decides whether the intent may be carried out now, and if so makes it an action; one decision at a time. */
    synchronized Claim claim(Intent intent, Printer printer) {
        return decide(List.of(intent)).orElseGet(() -> unlessBusy(intent, printer, null));
    }

    private Claim unlessBusy(Intent intent, Printer printer, @Nullable String group) {
        Action other = blocking(intent);
        return other != null
                ? new Claim.Denied(Denial.busy(other))
                : use(List.of(intent), () -> List.of(begin(intent, 0, printer, group)));
    }

    /**
     * The same for what one form asks of several printers: all that are free begin, and where another action is in the way
     * it is an action that was refused. Their actions come in the order of the intents; those that did not end at once
     * are to be started.
     *
     * @param intents one for each printer, with the same session, place and action id
     * @param printers the printers of the intents, in their order
     */
    synchronized Claim claim(List<Intent> intents, List<Printer> printers) {
        return decide(intents)
                .orElseGet(() -> use(
                        intents,
                        () -> begin(intents, printers, UUID.randomUUID().toString())));
    }

    /**
     * The same for what is left of such a group, which the new actions join; only if nobody else went on with it.
     *
     * @param known ids of the group's actions as they were when it was decided what is left
     */
    synchronized Claim resume(List<Intent> intents, List<Printer> printers, String group, List<String> known) {
        return decide(intents).orElseGet(() -> {
            if (!group(group).stream().map(Action::id).toList().equals(known)) {
                return new Claim.Denied(Denial.of(Reason.STALE));
            }
            return use(intents, () -> begin(intents, printers, group));
        });
    }

    private List<Action> begin(List<Intent> intents, List<Printer> printers, String group) {
        return IntStream.range(0, intents.size())
                .mapToObj(i -> beginUnlessBusy(intents.get(i), i, printers.get(i), group))
                .toList();
    }

    /**
     * The same for what is left of a plan that stopped short; its action joins the group of the former. Of several people
     * who go on with it one is first.
     */
    synchronized Claim goOn(Intent intent, Printer printer, Action left) {
        return decide(List.of(intent)).orElseGet(() -> {
            Action successor = ledgers.of(left.printer()).successor(left);
            return successor != null
                    ? new Claim.Denied(Denial.continued(successor))
                    : unlessBusy(intent, printer, left.group());
        });
    }

    /** Whether nobody has gone on with it yet. */
    boolean isLast(Action action) {
        return ledgers.of(action.printer()).successor(action) == null;
    }

    /** The action of that id, as long as it is remembered. */
    Optional<Action> find(String id) {
        return ledgers.find(id);
    }

    /** Whether the one-time id has served already, so that its form is to be answered and not to be asked about. */
    boolean used(@Nullable String actionId) {
        return actionId != null && used.of(actionId) != null;
    }

    private Optional<Claim> decide(List<Intent> intents) {
        Intent first = intents.get(0);
        UsedIds.Use<Action> earlier = used.of(first.actionId());
        if (earlier != null) {
            return Optional.of(
                    earlier.isFor(first.session(), Intent.digests(intents))
                            ? new Claim.Repeated(
                                    earlier.made().stream().map(this::latest).toList())
                            : new Claim.Denied(Denial.of(Reason.STALE)));
        }
        if (closing) {
            return Optional.of(new Claim.Denied(Denial.of(Reason.CLOSING)));
        }
        return tickets.good(first.session(), first.place(), first.actionId())
                ? Optional.empty()
                : Optional.of(new Claim.Denied(Denial.of(Reason.STALE)));
    }

    private Claim use(List<Intent> intents, Supplier<List<Action>> begin) {
        Intent first = intents.get(0);
        if (!tickets.use(first.session(), first.place(), first.actionId())) {
            return new Claim.Denied(Denial.of(Reason.STALE));
        }
        List<Action> actions = begin.get();
        used.add(first.actionId(), first.session(), Intent.digests(intents), actions);
        return new Claim.Granted(actions);
    }

    private @Nullable Action blocking(Intent intent) {
        return ledgers.blocking(intent.operation(), intent.printers());
    }

    private Action beginUnlessBusy(Intent intent, int place, Printer printer, String group) {
        Action other = blocking(intent);
        Action action = begin(intent, place, printer, group);
        return other == null ? action : update(action.now(Standing.BUSY, other.by()));
    }

    private Action begin(Intent intent, int place, Printer printer, @Nullable String group) {
        Action action = Action.of(intent, printer, group, clock.instant());
        journal.begun(action, new Journal.Origin(intent.actionId(), intent.digest(), place));
        show(action);
        log.info("{}", Wording.begun(action));
        return action;
    }

    private Instant oldest() {
        return clock.instant().minus(DAY);
    }

    private void put(Action action) {
        journal.changed(action);
        show(action);
    }

    private void show(Action action) {
        ledgers.put(action, oldest());
        feed.tell(action);
    }

    /** Takes down with the action that this call of its is being made. */
    Action sending(Action action, Sent sent) {
        Action now = latest(action).about(action.subject());
        return amended(
                now.marked(sent.step(), Step.Result.SENDING), now.progress().with(sent));
    }

    /** Takes down with the action that this call of its was not made after all. */
    void takeBack(Action action, Sent sent) {
        Action now = latest(action);
        amended(now.marked(sent.step(), Step.Result.NOT_TRIED), now.progress().without(sent));
    }

    /** Remembers what is known of a call, which is more than the action says of it until its next change. */
    void known(Action action, Sent sent) {
        Action now = latest(action);
        Action after = now.with(now.progress().sent(now.progress().with(sent)));
        ledgers.put(after, oldest());
        journal.changed(after);
    }

    private Action amended(Action action, List<Sent> sent) {
        Action after = action.with(action.progress().sent(sent));
        journal.changed(after);
        if (after.steps().isEmpty()) {
            ledgers.put(after, oldest());
        } else {
            show(after);
        }
        return after;
    }

    /** Completes once the action is stored as it stands now; an error when it can't be. */
    Mono<Void> stored(Action action) {
        return journal.stored(action);
    }

    /** Puts the action's new progress in place of the old and tells everyone who looks at that printer. */
    Action update(Action action) {
        Action before = latest(action);
        Progress progress = action.progress().sent(before.progress().sent());
        if (action.with(progress.at(before.changedAt())).equals(before)) {
            return before;
        }
        Action after = action.with(progress.at(clock.instant()));
        put(after);
        if (after.stage().ended()) {
            log.info("{}", Wording.ended(after));
        }
        return after;
    }

    /** The action as it stands now. */
    Action latest(Action action) {
        return ledgers.latest(action);
    }

    /** The action once it is no longer running, or as it is after {@code patience}. */
    Mono<Action> settled(Action action, Duration patience) {
        return feed.settled(action.id(), Mono.fromSupplier(() -> latest(action)), patience);
    }

    /** What is worth showing at the printer: running, or ended a short while ago; newest first. */
    List<Action> recent(PrinterId printer) {
        return ledgers.of(printer).recent(clock.instant());
    }

    /** The last start at this printer whose outcome nobody knows, or null when a later one was confirmed. */
    @Nullable
    Action unconfirmed(PrinterId printer) {
        return ledgers.of(printer).unconfirmed(oldest());
    }

    /** Everything that has not ended. */
    List<Action> open() {
        return ledgers.open();
    }

    /** What was asked for together, by name of the printer, at each the first first; empty when nobody knows of it. */
    List<Action> group(String group) {
        return Batch.actions(group, ledgers.all());
    }

    /** Everything that is open or ended a moment ago, the latest first. */
    List<Action> latest() {
        return ledgers.latest(clock.instant().minus(MOMENT));
    }

    /** From now on nothing new is granted. */
    synchronized void close() {
        closing = true;
    }

    /** Whether the program is being shut down, so that long runs should end at the next good place. */
    boolean closing() {
        return closing;
    }

    /** Each action as it starts, moves on and ends. */
    Flux<Action> updates() {
        return feed.all();
    }

    /** A sign each time that one of these actions starts, moves on or ends; a slow reader gets the latest. */
    Flux<Action> updates(String group) {
        return feed.only(action -> action.group().equals(group));
    }

    /** The same for one printer; a slow reader gets the latest. */
    Flux<Action> updates(PrinterId printer) {
        return feed.only(action -> action.printers().contains(printer));
    }
}
