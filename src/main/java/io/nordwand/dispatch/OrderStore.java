package io.nordwand.dispatch;

import io.nordwand.audit.Actor;
import io.nordwand.audit.DeedId;
import io.nordwand.database.Database;
import io.nordwand.farm.BuildId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps orders in the database, so that a restart knows what was on its way and which forms were used. */
@Component
class OrderStore {

    private static final Logger log = LoggerFactory.getLogger(OrderStore.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;

    OrderStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Stored(String id, Actor actor, String alone, List<StoredItem> items) {}

    private record StoredItem(
            String operation,
            @Nullable String build,
            String subject,
            String memo,
            String state,
            @Nullable Long deed,
            ActionJson.@Nullable StoredTrouble trouble) {}

    /** A new order; an error when it can't be stored, and then nothing of it may be sent. */
    Mono<Void> begin(Order order, OrderBook.Origin origin) {
        return database.<Integer>call(jdbc -> jdbc.sql("""
                                insert into placed_order (id, action_id, asked, ended, started_at, changed_at, content)
                                values (:id, :actionId, :asked, :ended, :started, :changed, :content)""")
                        .param("id", order.id())
                        .param("actionId", origin.actionId())
                        .param("asked", origin.asked())
                        .param("ended", order.stage().ended())
                        .param("started", order.startedAt().atOffset(ZoneOffset.UTC))
                        .param("changed", order.changedAt().atOffset(ZoneOffset.UTC))
                        .param("content", write(order))
                        .update())
                .then();
    }

    /** A known order as it stands now; an error when it can't be stored. */
    Mono<Void> change(Order order) {
        return database.<Integer>call(jdbc -> jdbc.sql(
                                "update placed_order set ended = :ended, changed_at = :changed, content = :content"
                                        + " where id = :id")
                        .param("ended", order.stage().ended())
                        .param("changed", order.changedAt().atOffset(ZoneOffset.UTC))
                        .param("content", write(order))
                        .param("id", order.id())
                        .update())
                .then();
    }

    /** An order as it was stored last. */
    record Row(Order order, OrderBook.Origin origin) {}

    /** What has not ended, and what changed since then; on the calling thread, at the start only. */
    List<Row> load(Instant since) {
        return Objects.requireNonNull(database.now(jdbc -> {
            jdbc.sql("delete from placed_order where ended = true and changed_at < :oldest")
                    .param("oldest", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                    .update();
            return jdbc
                    .sql(
                            "select * from placed_order where ended = false or changed_at > :since order by started_at, id")
                    .param("since", since.atOffset(ZoneOffset.UTC))
                    .query((row, number) -> row(row))
                    .list()
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        }));
    }

    private static Optional<Row> row(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Instant startedAt = row.getObject("started_at", OffsetDateTime.class).toInstant();
        Instant changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        OrderBook.Origin origin = new OrderBook.Origin(row.getString("action_id"), row.getString("asked"));
        try {
            Stored stored = JSON.readValue(row.getString("content"), Stored.class);
            Order order = new Order(
                    id,
                    stored.actor(),
                    stored.alone(),
                    startedAt,
                    changedAt,
                    stored.items().stream().map(OrderStore::item).toList());
            return Optional.of(new Row(order, origin));
        } catch (RuntimeException unreadable) {
            log.error("The stored order {} can't be read and is left out", id, unreadable);
            return Optional.empty();
        }
    }

    private static String write(Order order) {
        return JSON.writeValueAsString(new Stored(
                order.id(),
                order.actor(),
                order.alone(),
                order.items().stream()
                        .map(item -> new StoredItem(
                                item.operation(),
                                item.build() == null ? null : item.build().value(),
                                item.subject(),
                                item.memo(),
                                item.state().name(),
                                item.deed() == null ? null : item.deed().value(),
                                ActionJson.trouble(item.trouble())))
                        .toList()));
    }

    private static Order.Item item(StoredItem stored) {
        return new Order.Item(
                stored.operation(),
                stored.build() == null ? null : new BuildId(stored.build()),
                stored.subject(),
                stored.memo(),
                Order.State.valueOf(stored.state()),
                stored.deed() == null ? null : new DeedId(stored.deed()),
                stored.trouble() == null ? null : ActionJson.read(stored.trouble()));
    }
}
