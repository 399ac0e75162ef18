package io.nordwand.request;

import io.nordwand.database.Database;
import io.nordwand.database.StorableText;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.request.Withdrawal.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What was taken back, kept. Errors are {@link io.nordwand.database.DatabaseException}. */
@Component
class WithdrawalBook {

    private final Database database;
    private final Sinks.Many<String> changed = Sinks.many().multicast().directBestEffort();

    WithdrawalBook(Database database) {
        this.database = database;
    }

    private static String text(String text) {
        return Objects.requireNonNull(StorableText.of(text));
    }

    /** The action of each that changes. */
    Flux<String> changes() {
        return changed.asFlux().onBackpressureLatest();
    }

    private void tell(String action) {
        synchronized (changed) {
            changed.tryEmitNext(action);
        }
    }

    /** Stores it, before it is sent. */
    Mono<Void> add(Withdrawal withdrawal) {
        return database.call(jdbc -> {
                    GeneratedKeyHolder key = new GeneratedKeyHolder();
                    jdbc.sql("""
                            insert into withdrawal (token, action, build, given_build, title, person, asked_at, standing,
                                sentence)
                            values (:token, :action, :build, :givenBuild, :title, :person, :askedAt, :standing,
                                :sentence)""")
                            .param("token", withdrawal.token())
                            .param("action", withdrawal.action())
                            .param("build", Wishes.key(withdrawal.build().value()))
                            .param("givenBuild", text(withdrawal.build().value()))
                            .param("title", text(withdrawal.title()))
                            .param("person", text(withdrawal.person()))
                            .param("askedAt", withdrawal.askedAt().atOffset(ZoneOffset.UTC))
                            .param("standing", withdrawal.standing())
                            .param("sentence", text(withdrawal.sentence()))
                            .update(key, "id");
                    long id = Objects.requireNonNull(key.getKey()).longValue();
                    withdrawal.jobs().forEach(job -> insert(jdbc, id, job));
                    return id;
                })
                .then();
    }

    private static void insert(JdbcClient jdbc, long withdrawal, Entry entry) {
        jdbc.sql("""
                        insert into withdrawal_job (withdrawal, job, given_job, who, note)
                        values (:withdrawal, :job, :given, :who, :note)""")
                .param("withdrawal", withdrawal)
                .param("job", Wishes.key(entry.job().value()))
                .param("given", text(entry.job().value()))
                .param("who", text(entry.who()))
                .param("note", text(entry.note()))
                .update();
    }

    /** Says how far the call got; an end is never taken back, in whatever order this comes. */
    Mono<Void> settle(String action, String standing, String sentence) {
        return database.call(jdbc -> jdbc.sql("update withdrawal set standing = :standing, sentence = :sentence"
                                + " where action = :action and standing in ('waiting', 'sending', 'checking')")
                        .param("standing", standing)
                        .param("sentence", text(sentence))
                        .param("action", action)
                        .update())
                .doOnNext(rows -> tell(action))
                .then();
    }

    /** Says which of its jobs are gone and which are not, by what was read after the call. */
    Mono<Void> seen(Withdrawal withdrawal, Map<JobId, Boolean> gone) {
        return database.call(jdbc -> {
                    gone.forEach((job, is) -> jdbc.sql(
                                    "update withdrawal_job set gone = :gone where withdrawal = :id and job = :job")
                            .param("gone", is)
                            .param("id", withdrawal.id())
                            .param("job", Wishes.key(job.value()))
                            .update());
                    return gone.size();
                })
                .doOnNext(rows -> tell(withdrawal.action()))
                .then();
    }

    /** The one of that order, or empty. */
    Mono<Withdrawal> of(String action) {
        return one("action", action);
    }

    /** The one that came from that form, or empty. */
    Mono<Withdrawal> from(String token) {
        return one("token", token);
    }

    private Mono<Withdrawal> one(String column, String value) {
        return database.call(jdbc -> jdbc.sql("select * from withdrawal where " + column + " = :value")
                .param("value", value)
                .query((row, number) -> read(row, jdbc))
                .optional()
                .orElse(null));
    }

    private static Withdrawal read(ResultSet row, JdbcClient jdbc) throws SQLException {
        long id = row.getLong("id");
        List<Entry> jobs = jdbc.sql("select * from withdrawal_job where withdrawal = :id order by job")
                .param("id", id)
                .query((each, number) -> new Entry(
                        new JobId(each.getString("given_job")),
                        each.getString("who"),
                        each.getString("note"),
                        gone(each)))
                .list();
        return new Withdrawal(
                id,
                row.getString("token"),
                row.getString("action"),
                new BuildId(row.getString("given_build")),
                row.getString("title"),
                row.getString("person"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("standing"),
                row.getString("sentence"),
                jobs);
    }

    private static @Nullable Boolean gone(ResultSet row) throws SQLException {
        return (Boolean) row.getObject("gone");
    }
}
