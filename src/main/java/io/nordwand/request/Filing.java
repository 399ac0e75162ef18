package io.nordwand.request;

import io.nordwand.database.DatabaseException;
import io.nordwand.dispatch.Commission;
import io.nordwand.dispatch.Errand;
import io.nordwand.dispatch.Finder;
import io.nordwand.dispatch.Made;
import io.nordwand.dispatch.Order;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.RequestCommands;
import io.nordwand.history.Backlog;
import io.nordwand.history.Mirrors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks Eiger for a build: what only we know is stored first, then the call is made once, then the job that it made is
 * joined to it. What became of a lost answer is found out by reading the backlog.
 */
@Component
class Filing implements Finder {

    private static final Logger log = LoggerFactory.getLogger(Filing.class);

    static final String FILE = "request.file";
    static final String BACKLOG = "request.backlog";

    /** So long the answer waits for the database, which is not what it is about. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** By so much Eiger's clock may be behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final RequestCommands commands;
    private final Wishes wishes;
    private final Backlog backlog;
    private final Mirrors mirrors;
    private final Clock clock;

    Filing(RequestCommands commands, Wishes wishes, Backlog backlog, Mirrors mirrors, Clock clock) {
        this.commands = commands;
        this.wishes = wishes;
        this.backlog = backlog;
        this.mirrors = mirrors;
        this.clock = clock;
    }

    /** The place of all forms that ask for this build in that way. */
    static String place(Wish.Kind kind, BuildId build) {
        return "wish " + kind.key() + " " + build.value();
    }

    /** What only one order at a time may touch, so that what a lost answer made can be told from what others made. */
    static String alone(BuildId build) {
        return "requests " + Wishes.key(build.value());
    }

    /**
     * What the form asks for.
     *
     * @param token stands for the form
     * @param person account that asks
     */
    Commission commission(
            Wish.Kind kind, Build build, String token, String person, String note, @Nullable LocalDate dueOn) {
        BuildId id = build.id();
        Errand errand = Errand.of(
                        kind == Wish.Kind.REQUEST ? FILE : BACKLOG,
                        build.displayTitle(),
                        () -> sent(kind, id, dueOn, token))
                .about(id)
                .seeing((dueOn == null ? "no due day" : "due " + dueOn) + (note.isBlank() ? "" : "; " + note))
                .remembering(token)
                .after(order -> prepared(order, kind, build, token, person, note, dueOn));
        return new Commission(place(kind, id), alone(id), "/requests", Filing::page, List.of(errand));
    }

    /** What was not stored, since it was held back before that, has a page that says so. */
    private static String page(Order order) {
        Order.State state = order.items().get(0).state();
        boolean stored = state != Order.State.WAITING && state != Order.State.NOT_SENT;
        return stored ? "/requests?mine=1" : "/requests/filed/" + order.id();
    }

    private Mono<Void> prepared(
            Order order,
            Wish.Kind kind,
            Build build,
            String token,
            String person,
            String note,
            @Nullable LocalDate dueOn) {
        return fresh(build.id())
                .flatMap(jobs -> wishes.add(new Wishes.New(
                        token,
                        order.id(),
                        kind,
                        build.id(),
                        build.displayTitle(),
                        person,
                        note,
                        dueOn,
                        clock.instant(),
                        jobs.stream().map(job -> Wishes.key(job.id().value())).collect(Collectors.toSet()))));
    }

    private Mono<Made> sent(Wish.Kind kind, BuildId build, @Nullable LocalDate dueOn, String token) {
        Mono<JobId> answer =
                kind == Wish.Kind.REQUEST ? commands.request(build, dueOn) : commands.backlog(build, dueOn);
        return answer.flatMap(job -> wishes.join(token, job)
                .timeout(PATIENCE)
                .onErrorResume(problem -> {
                    log.error("Job {} was made, but could not be joined to what was asked for", job.value(), problem);
                    return Mono.empty();
                })
                .thenReturn(new Made(job.value())));
    }

    /** What waits of this build as just read; a {@link FarmException} when Eiger can't be read. */
    Mono<List<JobRecord>> fresh(BuildId build) {
        return mirrors.refresh(Mirrors.Copy.JOBS).then(Mono.defer(() -> {
            Trouble trouble = mirrors.progress(Mirrors.Copy.JOBS).trouble();
            return trouble == null ? backlog.of(build) : Mono.error(new FarmException(trouble));
        }));
    }

    /** What waits of this build as last read. */
    Mono<List<JobRecord>> waiting(BuildId build) {
        return backlog.of(build);
    }

    @Override
    public Set<String> operations() {
        return Set.of(FILE, BACKLOG);
    }

    /** Done when something new of the build waits that is no other wish's. */
    @Override
    public Mono<Boolean> happened(Order.Item item) {
        return wishes.from(item.memo())
                .flatMap(wish ->
                        wish.job() != null ? Mono.just(true) : candidates(wish).map(found -> !found.isEmpty()));
    }

    /** Joins the job that can only be this wish's; nothing when there are several, or none. */
    Mono<Void> attribute(Wish wish) {
        return wish.job() != null
                ? Mono.empty()
                : candidates(wish)
                        .flatMap(found -> found.size() == 1
                                ? wishes.join(wish.token(), found.get(0).id())
                                : Mono.<Void>empty())
                        .onErrorResume(
                                problem -> problem instanceof FarmException || problem instanceof DatabaseException,
                                problem -> {
                                    log.warn("Which job came of wish {} was not found out", wish.id(), problem);
                                    return Mono.empty();
                                });
    }

    private Mono<List<JobRecord>> candidates(Wish wish) {
        Instant earliest = wish.filedAt().minus(SKEW);
        return fresh(wish.build()).flatMap(jobs -> {
            List<JobRecord> newer = jobs.stream()
                    .filter(job -> !wish.known().contains(Wishes.key(job.id().value())))
                    .filter(job -> job.createdAt() == null || !job.createdAt().isBefore(earliest))
                    .toList();
            return wishes.of(newer.stream().map(JobRecord::id).toList()).map(owned -> unowned(newer, owned));
        });
    }

    private static List<JobRecord> unowned(List<JobRecord> jobs, List<Wish> owned) {
        Map<String, Wish> byJob = new HashMap<>();
        owned.forEach(wish -> {
            if (wish.job() != null) {
                byJob.put(Wishes.key(wish.job().value()), wish);
            }
        });
        return jobs.stream()
                .filter(job -> !byJob.containsKey(Wishes.key(job.id().value())))
                .toList();
    }
}
