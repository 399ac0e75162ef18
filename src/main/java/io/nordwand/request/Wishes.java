package io.nordwand.request;

import io.nordwand.audit.DeedId;
import io.nordwand.database.Database;
import io.nordwand.database.StorableText;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What was asked for here, kept. Errors are {@link io.nordwand.database.DatabaseException}. */
@Component
class Wishes {

    private static final int PIECE = 200;

    private final Database database;
    private final Sinks.Many<Boolean> grown = Sinks.many().multicast().directBestEffort();

    Wishes(Database database) {
        this.database = database;
    }

    /** What is asked for, before it has a number and is sent. */
    record New(
            String token,
            String action,
            Wish.Kind kind,
            BuildId build,
            String title,
            String person,
            String note,
            @Nullable LocalDate dueOn,
            Instant filedAt,
            Set<String> known) {}

    /** The id by which jobs and builds are compared. */
    static String key(String id) {
        return text(id).toLowerCase(Locale.ROOT);
    }

    private static String text(String text) {
        return Objects.requireNonNull(StorableText.of(text));
    }

    /** One item at each change; a slow reader gets one for many. */
    Flux<Boolean> changes() {
        return grown.asFlux().onBackpressureLatest();
    }

    private void tell() {
        synchronized (grown) {
            grown.tryEmitNext(true);
        }
    }

    /** Stores it; what comes of it is not known yet. */
    Mono<Void> add(New wish) {
        return changing(jdbc -> jdbc.sql("""
                        insert into wish (token, action, kind, build, given_build, title, person, note, due_on, filed_at,
                            known, standing, sentence)
                        values (:token, :action, :kind, :build, :givenBuild, :title, :person, :note, :dueOn, :filedAt,
                            :known, 'sending', '')""")
                .param("token", wish.token())
                .param("action", wish.action())
                .param("kind", wish.kind().key())
                .param("build", key(wish.build().value()))
                .param("givenBuild", text(wish.build().value()))
                .param("title", text(wish.title()))
                .param("person", text(wish.person()))
                .param("note", text(wish.note()))
                .param("dueOn", wish.dueOn())
                .param("filedAt", wish.filedAt().atOffset(ZoneOffset.UTC))
                .param("known", String.join(" ", wish.known()))
                .update());
    }

    /** Says how far the call got; an end is never taken back, in whatever order this comes. */
    Mono<Void> settle(String action, String standing, String sentence) {
        return changing(jdbc -> jdbc.sql("""
                        update wish set standing = :standing, sentence = :sentence
                        where action = :action and standing in ('waiting', 'sending', 'checking')
                            and standing <> :standing""")
                .param("action", action)
                .param("standing", standing)
                .param("sentence", text(sentence))
                .update());
    }

    /** Says which job came of it; nothing when another wish has that job. */
    Mono<Void> join(String token, JobId job) {
        return changing(jdbc -> jdbc.sql("""
                        update wish set job = :job, given_job = :given
                        where token = :token and not exists (select 1 from wish other where other.job = :job)""")
                .param("token", token)
                .param("job", key(job.value()))
                .param("given", text(job.value()))
                .update());
    }

    /** Says that these were taken back. */
    Mono<Void> withdrawn(Collection<JobId> jobs, Instant at, String by) {
        return changing(jdbc -> {
            int changed = 0;
            for (JobId job : jobs) {
                changed += jdbc.sql("update wish set withdrawn_at = :at, withdrawn_by = :by"
                                + " where job = :job and withdrawn_at is null")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", text(by))
                        .param("job", key(job.value()))
                        .update();
            }
            return changed;
        });
    }

    /**
     * Gives it another due day, if it still has the one that somebody saw and was not taken back; says whether it did. The
     * deed of the audit log stands in the row then, so that reading tells afterwards what was stored.
     */
    Mono<Boolean> due(long id, @Nullable LocalDate seen, @Nullable LocalDate wanted, DeedId deed) {
        return database.call(jdbc -> jdbc.sql("""
                        update wish set due_on = :wanted, due_deed = :deed
                        where id = :id and withdrawn_at is null and due_on is not distinct from cast(:seen as date)""")
                        .param("id", id)
                        .param("seen", seen)
                        .param("wanted", wanted)
                        .param("deed", deed.value())
                        .update())
                .map(rows -> rows > 0)
                .doOnNext(done -> {
                    if (done) {
                        tell();
                    }
                });
    }

    /** The deed that changed the due day of a wish for that build, of those from this one on, the first; empty without any. */
    Mono<DeedId> dueDeed(BuildId build, DeedId from) {
        return database.call(jdbc -> jdbc.sql("""
                        select due_deed from wish where build = :build and due_deed >= :deed
                        order by due_deed limit 1""")
                .param("build", key(build.value()))
                .param("deed", from.value())
                .query(Long.class)
                .optional()
                .map(DeedId::new)
                .orElse(null));
    }

    /** The one of that number, or empty. */
    Mono<Wish> numbered(long id) {
        return database.call(jdbc -> jdbc.sql("select * from wish where id = :id")
                .param("id", id)
                .query(Wishes::read)
                .optional()
                .orElse(null));
    }

    private Mono<Void> changing(ToIntFunction<JdbcClient> work) {
        return database.call(work::applyAsInt)
                .doOnNext(rows -> {
                    if (rows > 0) {
                        tell();
                    }
                })
                .then();
    }

    /** The wishes of these jobs. */
    Mono<List<Wish>> of(Collection<JobId> jobs) {
        List<String> keys =
                jobs.stream().map(job -> key(job.value())).distinct().toList();
        return database.call(jdbc -> {
            List<Wish> found = new ArrayList<>();
            for (int from = 0; from < keys.size(); from += PIECE) {
                found.addAll(jdbc.sql("select * from wish where job in (:jobs)")
                        .param("jobs", keys.subList(from, Math.min(keys.size(), from + PIECE)))
                        .query(Wishes::read)
                        .list());
            }
            return found;
        });
    }

    /** The latest of one person, newest first. */
    Mono<List<Wish>> by(String person, int most) {
        return database.call(
                jdbc -> jdbc.sql("select * from wish where person = :person order by id desc limit " + most)
                        .param("person", text(person))
                        .query(Wishes::read)
                        .list());
    }

    /** The one that came from that form, or empty. */
    Mono<Wish> from(String token) {
        return database.call(jdbc -> jdbc.sql("select * from wish where token = :token")
                .param("token", token)
                .query(Wishes::read)
                .optional()
                .orElse(null));
    }

    /** Those of a build. */
    Mono<List<Wish>> ofBuild(BuildId build) {
        return database.call(jdbc -> jdbc.sql("select * from wish where build = :build order by id")
                .param("build", key(build.value()))
                .query(Wishes::read)
                .list());
    }

    private static Wish read(ResultSet row, int number) throws SQLException {
        String job = row.getString("given_job");
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Wish(
                row.getLong("id"),
                row.getString("token"),
                row.getString("action"),
                Wish.Kind.of(row.getString("kind")),
                new BuildId(row.getString("given_build")),
                row.getString("title"),
                row.getString("person"),
                row.getString("note"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                Arrays.stream(row.getString("known").split(" "))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.toSet()),
                row.getString("standing"),
                row.getString("sentence"),
                job == null ? null : new JobId(job),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString("withdrawn_by"));
    }
}
