package io.nordwand.dispatch;

import io.nordwand.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The journal in the database. What is told of one action is written in that order, one after the other. What the
 * database did not take is tried again and again, as long as nothing newer was told of that action; until then nothing
 * more is sent for it.
 */
@Component
class StoredJournal implements Journal {

    private static final Logger log = LoggerFactory.getLogger(StoredJournal.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();
    private final Map<String, Mono<Void>> writing = new ConcurrentHashMap<>();

    StoredJournal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void begun(Action action, Origin origin) {
        origins.put(action.id(), origin);
        write(action);
    }

    @Override
    public void changed(Action action) {
        write(action);
    }

    private void write(Action action) {
        Mono<Void> next = Objects.requireNonNull(writing.compute(action.id(), (id, before) -> after(before, action)));
        follow(action, next, PAUSE);
    }

    private Mono<Void> after(@Nullable Mono<Void> before, Action action) {
        return (before == null ? Mono.<Void>empty() : before.onErrorComplete())
                .then(database.call(jdbc -> store(jdbc, action)))
                .then()
                .cache();
    }

    private void follow(Action action, Mono<Void> write, Duration pause) {
        write.subscribe(
                nothing -> {},
                problem -> {
                    log.error("The journal could not take down action {} yet", action.id(), problem);
                    Mono.delay(pause).subscribe(tick -> again(action, write, pause));
                },
                () -> written(action, write));
    }

    /** Unless something newer was told of it, which then says all that this one would have. */
    private void again(Action action, Mono<Void> failed, Duration pause) {
        Mono<Void> retry = after(failed, action);
        if (writing.replace(action.id(), failed, retry)) {
            Duration twice = pause.multipliedBy(2);
            follow(action, retry, twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice);
        }
    }

    /** A failed write stays, so that whoever asks later is told of it. */
    private void written(Action action, Mono<Void> done) {
        writing.remove(action.id(), done);
        if (action.stage().ended()) {
            origins.computeIfPresent(action.id(), (id, origin) -> writing.containsKey(id) ? origin : null);
        }
    }

    @Override
    public Mono<Void> stored(Action action) {
        return Mono.defer(() -> writing.getOrDefault(action.id(), Mono.empty()));
    }

    private Integer store(JdbcClient jdbc, Action action) {
        int changed = jdbc.sql(
                        "update action set ended = :ended, changed_at = :changed, content = :content where id = :id")
                .param("ended", action.stage().ended())
                .param("changed", action.changedAt().atOffset(ZoneOffset.UTC))
                .param("content", ActionJson.write(action))
                .param("id", action.id())
                .update();
        Origin origin = origins.get(action.id());
        return changed == 0 && origin != null ? insert(jdbc, action, origin) : changed;
    }

    private static int insert(JdbcClient jdbc, Action action, Origin origin) {
        return jdbc.sql("""
                        insert into action (id, action_id, asked, place, ended, started_at, changed_at, content)
                        values (:id, :actionId, :asked, :place, :ended, :started, :changed, :content)""")
                .param("id", action.id())
                .param("actionId", origin.actionId())
                .param("asked", origin.asked())
                .param("place", origin.place())
                .param("ended", action.stage().ended())
                .param("started", action.startedAt().atOffset(ZoneOffset.UTC))
                .param("changed", action.changedAt().atOffset(ZoneOffset.UTC))
                .param("content", ActionJson.write(action))
                .update();
    }

    @Override
    public List<Row> load(Instant since) {
        List<Row> rows = Objects.requireNonNull(database.now(jdbc -> {
            jdbc.sql("delete from action where ended = true and changed_at < :oldest")
                    .param("oldest", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                    .update();
            return jdbc
                    .sql("select * from action where ended = false or changed_at > :since"
                            + " order by started_at, place, id")
                    .param("since", since.atOffset(ZoneOffset.UTC))
                    .query(StoredJournal::row)
                    .list()
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        }));
        rows.stream()
                .filter(row -> !row.action().stage().ended())
                .forEach(row -> origins.put(row.action().id(), row.origin()));
        return rows;
    }

    private static Optional<Row> row(ResultSet row, int number) throws SQLException {
        Origin origin = new Origin(row.getString("action_id"), row.getString("asked"), row.getInt("place"));
        String id = row.getString("id");
        try {
            return Optional.of(new Row(ActionJson.read(row.getString("content")), origin));
        } catch (RuntimeException unreadable) {
            log.error("Action {} of the journal can't be read and is left out", id, unreadable);
            return Optional.empty();
        }
    }
}
