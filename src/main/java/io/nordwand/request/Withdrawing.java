package io.nordwand.request;

import io.nordwand.dispatch.Commission;
import io.nordwand.dispatch.Errand;
import io.nordwand.dispatch.Finder;
import io.nordwand.dispatch.Order;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.RequestCommands;
import io.nordwand.history.Mirrors;
import io.nordwand.request.Withdrawal.Entry;
import io.nordwand.web.Viewer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes requests back. Eiger does that by the build, so others' requests may go as well (field note 48): it is done only
 * if what waits is still what the person was shown, and only by an operator or who asked for all of it. What is gone
 * afterwards is read, not believed.
 */
@Component
class Withdrawing implements Finder {

    static final String WITHDRAW = "request.withdraw";

    private final RequestCommands commands;
    private final Filing filing;
    private final Wishes wishes;
    private final WithdrawalBook withdrawals;
    private final Mirrors mirrors;
    private final Clock clock;

    Withdrawing(
            RequestCommands commands,
            Filing filing,
            Wishes wishes,
            WithdrawalBook withdrawals,
            Mirrors mirrors,
            Clock clock) {
        this.commands = commands;
        this.filing = filing;
        this.wishes = wishes;
        this.withdrawals = withdrawals;
        this.mirrors = mirrors;
        this.clock = clock;
    }

    static String place(BuildId build) {
        return "withdraw requests " + build.value();
    }

    /** What waits of the build as read afresh, with what we know of it; a FarmException when it can't be read. */
    Mono<List<WithdrawDialog.Row>> waiting(BuildId build) {
        return filing.fresh(build)
                .flatMap(jobs ->
                        wishes.of(jobs.stream().map(JobRecord::id).toList()).map(known -> rows(jobs, known)));
    }

    private static List<WithdrawDialog.Row> rows(List<JobRecord> jobs, List<Wish> known) {
        Map<String, Wish> byJob = known.stream()
                .collect(Collectors.toMap(
                        wish -> Wishes.key(Objects.requireNonNull(wish.job()).value()),
                        Function.identity(),
                        (a, b) -> a));
        return jobs.stream()
                .map(job ->
                        WithdrawDialog.Row.of(job, byJob.get(Wishes.key(job.id().value()))))
                .toList();
    }

    /**
     * What the form asks for.
     *
     * @param shown what the person was shown and has confirmed
     */
    Commission commission(BuildId build, String title, String token, Viewer viewer, Set<String> shown) {
        Errand errand = Errand.of(WITHDRAW, title, () -> commands.withdraw(build))
                .about(build)
                .seeing(shown.size() + " waiting: " + String.join(" ", shown))
                .remembering(token)
                .after(order -> prepared(order, build, title, token, viewer, shown));
        return new Commission(
                place(build),
                Filing.alone(build),
                "/requests",
                order -> "/requests/withdrawn/" + order.id(),
                List.of(errand));
    }

    private Mono<Void> prepared(
            Order order, BuildId build, String title, String token, Viewer viewer, Set<String> shown) {
        return waiting(build).flatMap(rows -> {
            Set<String> now =
                    rows.stream().map(row -> Wishes.key(row.job().value())).collect(Collectors.toSet());
            if (!now.equals(shown)) {
                return Mono.error(refused("What waits of this build has changed since you were asked. Look again."));
            }
            if (!WithdrawDialog.may(viewer, rows)) {
                return Mono.error(refused("Others’ requests would go as well; an operator has to do this."));
            }
            return withdrawals.add(new Withdrawal(
                    0,
                    token,
                    order.id(),
                    build,
                    title,
                    viewer.name(),
                    clock.instant(),
                    "sending",
                    "",
                    rows.stream()
                            .map(row -> new Entry(row.job(), row.who(), row.note(), null))
                            .toList()));
        });
    }

    private static FarmException refused(String sentence) {
        return new FarmException(new Trouble.Conflict(sentence, null));
    }

    @Override
    public Set<String> operations() {
        return Set.of(WITHDRAW);
    }

    /** It has taken effect when anything that waited is gone; backlog entries stay in any case. */
    @Override
    public Mono<Boolean> happened(Order.Item item) {
        return withdrawals
                .from(item.memo())
                .flatMap(withdrawal -> gone(withdrawal).map(gone -> gone.containsValue(true)));
    }

    /** Reads what is gone and what is not, and keeps it; nothing when Eiger can't be read. */
    Mono<Void> look(String action) {
        return withdrawals
                .of(action)
                .flatMap(withdrawal -> gone(withdrawal)
                        .flatMap(gone -> withdrawals
                                .seen(withdrawal, gone)
                                .then(wishes.withdrawn(
                                        gone.keySet().stream().filter(gone::get).toList(),
                                        clock.instant(),
                                        withdrawal.person()))));
    }

    /** Whether each of its jobs is gone from the backlog; a FarmException when that can't be read. */
    private Mono<Map<JobId, Boolean>> gone(Withdrawal withdrawal) {
        // The list alone may still hold what Eiger has deleted, so each that seems to be there is read by itself.
        return filing.fresh(withdrawal.build())
                .flatMapMany(jobs -> Flux.fromIterable(jobs)
                        .filter(job -> withdrawal.jobs().stream().anyMatch(each -> same(each.job(), job.id()))))
                .concatMap(job -> mirrors.refresh(job.id()))
                .then(Mono.defer(() -> filing.waiting(withdrawal.build())))
                .map(jobs -> {
                    Map<JobId, Boolean> gone = new HashMap<>();
                    withdrawal
                            .jobs()
                            .forEach(each ->
                                    gone.put(each.job(), jobs.stream().noneMatch(job -> same(each.job(), job.id()))));
                    return gone;
                });
    }

    private static boolean same(JobId one, JobId other) {
        return Wishes.key(one.value()).equals(Wishes.key(other.value()));
    }
}
