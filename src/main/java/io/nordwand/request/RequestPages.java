package io.nordwand.request;

import io.nordwand.database.DatabaseException;
import io.nordwand.dispatch.Orders;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.history.Backlog;
import io.nordwand.history.Mirrors;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes pages out of the board and what the viewer asked for. */
@Component
class RequestPages {

    /** How many of somebody's earlier wishes are looked at. */
    private static final int LATEST = 60;

    private final Boards boards;
    private final Wishes wishes;
    private final Backlog backlog;
    private final Mirrors mirrors;
    private final Orders orders;

    RequestPages(Boards boards, Wishes wishes, Backlog backlog, Mirrors mirrors, Orders orders) {
        this.orders = orders;
        this.boards = boards;
        this.wishes = wishes;
        this.backlog = backlog;
        this.mirrors = mirrors;
    }

    /** The page; one that says so when the database does not answer. */
    Mono<RequestPage> page(RequestQuery query, String person) {
        return boards.current()
                .flatMap(board -> page(query, person, board))
                .onErrorResume(
                        DatabaseException.class,
                        down -> Mono.just(RequestPage.down(query, person, mirrors.progress(Mirrors.Copy.JOBS))));
    }

    /** The page, then each time that something in it may be different. */
    Flux<RequestPage> updates(RequestQuery query, String person) {
        return boards.updates()
                .concatMap(
                        board ->
                                page(query, person, board).onErrorResume(DatabaseException.class, down -> Mono.empty()),
                        1);
    }

    private Mono<RequestPage> page(RequestQuery query, String person, Board board) {
        Mono<List<Own>> own = query.mine() ? own(person, board) : Mono.just(List.of());
        return own.map(some -> RequestPage.of(query, person, board, some, mirrors.progress(Mirrors.Copy.JOBS)));
    }

    private Mono<List<Own>> own(String person, Board board) {
        Set<String> listed = board.lines().stream()
                .map(line -> Wishes.key(line.job().value()))
                .collect(Collectors.toSet());
        return wishes.by(person, LATEST).flatMap(all -> {
            List<Wish> others = all.stream()
                    .filter(wish -> wish.job() == null
                            || !listed.contains(Wishes.key(wish.job().value())))
                    .toList();
            return backlog.jobs(others.stream()
                            .map(Wish::job)
                            .filter(Objects::nonNull)
                            .toList())
                    .map(jobs -> {
                        Map<String, JobRecord> byKey = jobs.stream()
                                .collect(Collectors.toMap(
                                        job -> Wishes.key(job.id().value()), Function.identity(), (a, b) -> a));
                        return others.stream()
                                .map(wish -> own(current(wish), byKey))
                                .toList();
                    });
        });
    }

    /** With what became of its order since it was written down. */
    private Wish current(Wish wish) {
        return orders.find(wish.action())
                .map(order -> order.items().get(0))
                .map(item -> wish.standing(item.state().key(), item.sentence()))
                .orElse(wish);
    }

    private static Own own(Wish wish, Map<String, JobRecord> jobs) {
        JobRecord job =
                wish.job() == null ? null : jobs.get(Wishes.key(wish.job().value()));
        return new Own(wish, fate(wish, job), job == null ? "" : job.state());
    }

    private static boolean waits(JobRecord job) {
        return job.state().strip().equalsIgnoreCase("backlogged");
    }

    private static Own.Fate fate(Wish wish, @Nullable JobRecord job) {
        if (wish.withdrawnAt() != null) {
            return Own.Fate.WITHDRAWN;
        }
        if (wish.job() != null) {
            return job == null ? Own.Fate.UNSEEN : waits(job) ? Own.Fate.WAITING : Own.Fate.GONE_ON;
        }
        return switch (wish.standing().toLowerCase(Locale.ROOT)) {
            case "sending", "waiting" -> Own.Fate.SENDING;
            case "checking" -> Own.Fate.CHECKING;
            case "not-sent" -> Own.Fate.NOT_SENT;
            case "refused" -> Own.Fate.REFUSED;
            case "found-done" -> Own.Fate.FOUND_SOME;
            case "found-not-done" -> Own.Fate.FOUND_NOT_DONE;
            case "done" -> Own.Fate.UNSEEN;
            default -> Own.Fate.CANT_TELL;
        };
    }
}
