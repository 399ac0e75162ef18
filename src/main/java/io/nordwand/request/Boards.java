package io.nordwand.request;

import io.nordwand.database.DatabaseException;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.history.Backlog;
import io.nordwand.history.Mirrors;
import io.nordwand.web.WebProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** The board as it is now, put together once per change of backlog or farm, and shared by all who look. */
@Component
class Boards implements DisposableBean {

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Backlog backlog;
    private final Wishes wishes;
    private final Farms farms;
    private final Forecasts forecasts;
    private final WebProperties web;
    private final Clock clock;
    private final AtomicLong version = new AtomicLong();
    private final AtomicLong revision = new AtomicLong();
    private final AtomicReference<@Nullable Loaded> loaded = new AtomicReference<>();
    private final Sinks.Many<Long> stirred = Sinks.many().replay().latestOrDefault(0L);
    private final Disposable watching;
    private volatile @Nullable Made made;

    private record Loaded(long version, Mono<Board.Stock> stock) {}

    /** What a board was made from: readings grow old by themselves, so the minute counts. */
    private record Source(Board.Stock stock, long farm, Instant minute) {}

    private record Made(Source source, Board board) {}

    Boards(
            Backlog backlog,
            Mirrors mirrors,
            Wishes wishes,
            Farms farms,
            Forecasts forecasts,
            WebProperties web,
            Clock clock) {
        this.backlog = backlog;
        this.wishes = wishes;
        this.farms = farms;
        this.forecasts = forecasts;
        this.web = web;
        this.clock = clock;
        this.watching = Flux.merge(
                        mirrors.changes()
                                .filter(copy -> copy == Mirrors.Copy.JOBS)
                                .map(copy -> true),
                        wishes.changes())
                .subscribe(change -> stir());
    }

    /** What is stored is no longer what was read of it. */
    private synchronized void stir() {
        stirred.tryEmitNext(version.incrementAndGet());
    }

    @Override
    public void destroy() {
        watching.dispose();
    }

    /** The board; a {@link DatabaseException} when it can't be read. */
    Mono<Board> current() {
        return Mono.defer(this::stock).publishOn(Schedulers.boundedElastic()).map(this::board);
    }

    /** The board, then each that differs. A database that can't be read is tried again until it can. */
    Flux<Board> updates() {
        return Flux.merge(
                        stirred.asFlux().map(change -> true),
                        farms.updates().map(farm -> true),
                        Flux.interval(Duration.ofMinutes(1)).map(beat -> true))
                .onBackpressureLatest()
                .concatMap(
                        change -> current()
                                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
                                        .filter(DatabaseException.class::isInstance)),
                        1);
    }

    /** The last board that was made, or null; never waits. */
    @Nullable
    Board latest() {
        Made last = made;
        return last == null ? null : last.board();
    }

    private Mono<Board.Stock> stock() {
        long wanted = version.get();
        Loaded now =
                loaded.updateAndGet(old -> old != null && old.version() == wanted ? old : new Loaded(wanted, load()));
        return Objects.requireNonNull(now).stock();
    }

    /** Kept when it was read, not when that failed. */
    private Mono<Board.Stock> load() {
        return backlog.all()
                .flatMap(jobs -> wishes.of(jobs.stream().map(JobRecord::id).toList())
                        .map(known -> new Board.Stock(jobs, byJob(known), jobs.size() >= Backlog.MOST)))
                .cache(stock -> Duration.ofDays(1), problem -> Duration.ZERO, () -> Duration.ZERO);
    }

    private static Map<String, Wish> byJob(List<Wish> known) {
        return known.stream()
                .filter(wish -> wish.job() != null)
                .collect(Collectors.toMap(
                        wish -> Wishes.key(Objects.requireNonNull(wish.job()).value()),
                        Function.identity(),
                        (one, other) -> one));
    }

    private synchronized Board board(Board.Stock stock) {
        Farm farm = farms.current();
        Instant now = clock.instant();
        Source source = new Source(stock, farm.revision(), now.truncatedTo(ChronoUnit.MINUTES));
        Made last = made;
        if (last != null && last.source().equals(source)) {
            return last.board();
        }
        Board board =
                Board.of(revision.incrementAndGet(), stock, farm, forecasts, web.zoneOrDefault(), web.locale(), now);
        Board shown = last != null && last.board().looksLike(board) ? last.board() : board;
        made = new Made(source, shown);
        return shown;
    }
}
