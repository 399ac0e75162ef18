package io.nordwand.dispatch;

import io.nordwand.audit.Audit;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.OpenDeed;
import io.nordwand.audit.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The start after an end, however sudden: knows the actions again before anything new is granted, follows up those that
 * had not ended, and sees to it that no deed of the audit log stays open without a reason.
 */
@Component
class Recovery implements InitializingBean, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Journal journal;
    private final Actions actions;
    private final Audit audit;
    private final Dispatcher dispatcher;
    private final Bookkeeping books;
    private final Orphans orphans;
    private final OrderCheck orders;
    private final Clock clock;
    private List<Action> restored = List.of();
    private volatile boolean running;

    Recovery(
            Journal journal,
            Actions actions,
            Audit audit,
            Dispatcher dispatcher,
            Bookkeeping books,
            Orphans orphans,
            OrderCheck orders,
            Clock clock) {
        this.journal = journal;
        this.actions = actions;
        this.audit = audit;
        this.dispatcher = dispatcher;
        this.books = books;
        this.orphans = orphans;
        this.orders = orders;
        this.clock = clock;
    }

    /** Before the first request comes in; a journal that can't be read ends the start. */
    @Override
    public void afterPropertiesSet() {
        List<Journal.Row> rows = journal.load(clock.instant().minus(REMEMBERED));
        actions.restore(rows);
        restored = rows.stream().map(Journal.Row::action).toList();
    }

    @Override
    public void start() {
        running = true;
        audit.open()
                .onErrorResume(problem -> {
                    log.error("The open deeds of the audit log can't be read and stay open", problem);
                    return Mono.just(List.of());
                })
                .flatMapMany(this::goOn)
                .subscribe(
                        nothing -> {}, problem -> log.error("What a restart broke off was not all seen to", problem));
    }

    private Flux<Void> goOn(List<OpenDeed> open) {
        Set<DeedId> deeds = open.stream().map(OpenDeed::id).collect(Collectors.toSet());
        orders.resume(deeds);
        books.settledBefore(restored.stream()
                .flatMap(action -> action.progress().sent().stream())
                .filter(sent -> sent.known() == Sent.Known.NO && !deeds.contains(sent.deed()))
                .map(Sent::deed)
                .toList());
        List<Action> unfinished =
                restored.stream().filter(action -> !action.stage().ended()).toList();
        unfinished.forEach(action -> {
            log.warn(
                    "Following up what the last end of the program broke off: {} \"{}\" at {} by {}, {} [{}]",
                    action.operation().key(),
                    Wording.oneLine(action.subject()),
                    Wording.oneLine(action.printerName()),
                    Wording.oneLine(action.by()),
                    action.standing(),
                    action.id());
            dispatcher.resume(action);
        });
        restored.stream()
                .filter(action -> action.operation() == Operation.PRINT && action.stage() == Stage.UNKNOWN)
                .filter(action -> action.equals(actions.unconfirmed(action.printer())))
                .forEach(action -> dispatcher.watchOn(action, Duration.between(action.changedAt(), clock.instant())));
        Flux<Void> ended = Flux.fromIterable(restored)
                .filter(action -> action.stage().ended() && isAbout(action, deeds))
                .concatMap(action -> books.judge(action, Resuming.RESTARTED));
        return ended.thenMany(Flux.fromIterable(open).concatMap(this::unsentOrOrphan));
    }

    private static boolean isAbout(Action action, Set<DeedId> open) {
        return action.progress().sent().stream()
                .anyMatch(sent -> sent.known() == Sent.Known.NO && open.contains(sent.deed()));
    }

    private Mono<Void> unsentOrOrphan(OpenDeed open) {
        Mono<Void> ofOrder = orders.answersFor(open);
        if (ofOrder != null) {
            return ofOrder;
        }
        return restored.stream()
                .filter(action -> action.id().equals(open.deed().action()))
                .findFirst()
                .map(action -> ofAction(open, action))
                .orElseGet(() -> orphans.settle(open));
    }

    /** A deed whose action does not know of the call was taken down and then not done. */
    private Mono<Void> ofAction(OpenDeed open, Action action) {
        Optional<Sent> sent = action.progress().sent().stream()
                .filter(each -> each.deed().equals(open.id()))
                .findFirst();
        if (sent.isEmpty()) {
            return audit.settle(open.id(), Outcome.of(Outcome.Kind.NOT_DONE, "It was not sent. " + Resuming.RESTARTED));
        }
        return switch (sent.get().known()) {
            case DONE ->
                audit.settle(open.id(), answered(Outcome.Kind.DONE, sent.get().result()));
            case NOT_DONE -> audit.settle(open.id(), answered(Outcome.Kind.NOT_DONE, null));
            case CANT_TELL -> audit.settle(open.id(), answered(Outcome.Kind.CANT_TELL, null));
            case NO -> Mono.empty();
        };
    }

    private static Outcome answered(Outcome.Kind kind, @Nullable String result) {
        return new Outcome(kind, null, null, Resuming.RESTARTED, null, result);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
