package io.nordwand.kiosk;

import io.nordwand.audit.DeedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The statements on the tables of screens, each within a transaction of the caller. */
final class ScreenTable {

    private static final String SELECT = "select * from screen ";

    private final Display first;

    /** Reads displays that can't be read as this one. */
    ScreenTable(Display first) {
        this.first = first;
    }

    /** All that are connected. */
    List<Screen> connected(JdbcClient jdbc) {
        return jdbc.sql(SELECT + "where revoked_at is null order by id")
                .query(this::read)
                .list();
    }

    /** The last sighting of each that is connected, if there was one. */
    Map<Long, Sighting> sightings(JdbcClient jdbc) {
        Map<Long, Sighting> found = new HashMap<>();
        jdbc.sql(SELECT + "where revoked_at is null and seen_at is not null")
                .query((row, number) -> found.put(row.getLong("id"), sighting(row)))
                .list();
        return found;
    }

    /** All that are connected, held until the transaction ends so that nobody else can change them. */
    List<Screen> held(JdbcClient jdbc) {
        return jdbc.sql(SELECT + "where revoked_at is null order by id for update")
                .query(this::read)
                .list();
    }

    /** What this deed made; waits for whoever is changing a screen. */
    List<Screen> madeBy(JdbcClient jdbc, DeedId deed) {
        jdbc.sql("select id from screen order by id for update")
                .query(Long.class)
                .list();
        return jdbc.sql(SELECT + "where id in (select screen from screen_deed where deed = :deed) order by id")
                .param("deed", deed.value())
                .query(this::read)
                .list();
    }

    /** Adds a row; the screen gets its id. */
    Screen insert(JdbcClient jdbc, Screen made, DeedId deed) {
        KeyHolder keys = new GeneratedKeyHolder();
        unique(() -> jdbc.sql("insert into screen (name, name_key, token_hash, display, reloads, version, revision, "
                        + "paired_at, paired_by) values (:name, :key, :token, :display, :reloads, :version, :revision, "
                        + ":pairedAt, :pairedBy)")
                .param("name", made.name())
                .param("key", Screen.key(made.name()))
                .param("token", made.tokenHash())
                .param("display", DisplayJson.write(made.display()))
                .param("reloads", made.reloads())
                .param("version", made.version())
                .param("revision", made.revision())
                .param("pairedAt", time(made.paired().at()))
                .param("pairedBy", made.paired().by())
                .update(keys, "id"));
        Screen screen = made.withId(Objects.requireNonNull(keys.getKey()).longValue());
        note(jdbc, screen, deed);
        return screen;
    }

    /** Writes all that a person can change. */
    Screen update(JdbcClient jdbc, Screen screen, DeedId deed) {
        FloorMessage message = screen.message();
        Screen.Mark changed = screen.changed();
        boolean on = screen.connected();
        unique(() -> jdbc.sql(
                        "update screen set name = :name, name_key = :key, token_hash = :token, display = :display, "
                                + "message = :message, message_until = :until, message_by = :author, identify_at = :identify, "
                                + "reloads = :reloads, version = :version, revision = :revision, paired_at = :pairedAt, "
                                + "paired_by = :pairedBy, changed_at = :changedAt, changed_by = :changedBy, "
                                + "revoked_at = :revoked where id = :id")
                .param("name", screen.name())
                .param("key", on ? Screen.key(screen.name()) : null)
                .param("token", on ? screen.tokenHash() : null)
                .param("display", DisplayJson.write(screen.display()))
                .param("message", message == null ? null : message.text())
                .param("until", message == null ? null : time(message.until()))
                .param("author", message == null ? null : message.by())
                .param("identify", time(screen.identifyAt()))
                .param("reloads", screen.reloads())
                .param("version", screen.version())
                .param("revision", screen.revision())
                .param("pairedAt", time(screen.paired().at()))
                .param("pairedBy", screen.paired().by())
                .param("changedAt", changed == null ? null : time(changed.at()))
                .param("changedBy", changed == null ? null : changed.by())
                .param("revoked", time(screen.revokedAt()))
                .param("id", screen.id())
                .update());
        note(jdbc, screen, deed);
        return screen;
    }

    /** Keeps a sighting, which is no change of the screen. */
    int seen(JdbcClient jdbc, long id, Sighting sighting) {
        Sighting.Size size = sighting.size();
        return jdbc.sql("update screen set seen_at = :at, seen_address = :address, seen_agent = :agent, "
                        + "seen_width = :width, seen_height = :height where id = :id")
                .param("at", time(sighting.at()))
                .param("address", sighting.address())
                .param("agent", sighting.agent())
                .param("width", size == null ? null : size.width())
                .param("height", size == null ? null : size.height())
                .param("id", id)
                .update();
    }

    private static void note(JdbcClient jdbc, Screen screen, DeedId deed) {
        jdbc.sql("insert into screen_deed (deed, screen) values (:deed, :screen)")
                .param("deed", deed.value())
                .param("screen", screen.id())
                .update();
    }

    /** A token can't be there twice, so it is the name. */
    private static void unique(Runnable statement) {
        try {
            statement.run();
        } catch (DuplicateKeyException taken) {
            throw new RefusedException(Refusal.NAME_TAKEN);
        }
    }

    private Screen read(ResultSet row, int number) throws SQLException {
        String message = row.getString("message");
        Instant changed = instant(row, "changed_at");
        return new Screen(
                row.getLong("id"),
                row.getString("name"),
                Objects.requireNonNullElse(row.getString("token_hash"), ""),
                DisplayJson.read(row.getString("display"), first),
                message == null
                        ? null
                        : new FloorMessage(message, instant(row, "message_until"), row.getString("message_by")),
                instant(row, "identify_at"),
                row.getLong("reloads"),
                row.getLong("version"),
                row.getLong("revision"),
                new Screen.Mark(Objects.requireNonNull(instant(row, "paired_at")), row.getString("paired_by")),
                changed == null ? null : new Screen.Mark(changed, row.getString("changed_by")),
                instant(row, "revoked_at"));
    }

    private static Sighting sighting(ResultSet row) throws SQLException {
        int width = row.getInt("seen_width");
        int height = row.getInt("seen_height");
        return new Sighting(
                Objects.requireNonNull(instant(row, "seen_at")),
                row.getString("seen_address"),
                row.getString("seen_agent"),
                width == 0 || height == 0 ? null : new Sighting.Size(width, height));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** As exact as both databases keep it. */
    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
