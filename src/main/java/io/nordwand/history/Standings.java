package io.nordwand.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each copy got, in the database. */
final class Standings {

    private Standings() {}

    /** What is kept of that copy for that owner; empty for another's, which is no longer worth anything. */
    static Optional<Standing> read(JdbcClient jdbc, String kind, String owner) {
        return jdbc.sql("select * from mirror where kind = :kind and owner = :owner")
                .param("kind", kind)
                .param("owner", owner)
                .query(Standings::standing)
                .optional();
    }

    static void write(JdbcClient jdbc, String kind, String owner, Standing standing) {
        jdbc.sql("delete from mirror where kind = :kind").param("kind", kind).update();
        jdbc.sql("""
                        insert into mirror (kind, owner, first_page, first_began_at, first_ended_at, through_at, read_at, swept_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(kind)
                .param(owner)
                .param(standing.firstPage())
                .param(time(standing.firstBeganAt()))
                .param(time(standing.firstEndedAt()))
                .param(time(standing.throughAt()))
                .param(time(standing.readAt()))
                .param(time(standing.sweptAt()))
                .update();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getInt("first_page"),
                Objects.requireNonNull(Rows.instant(row, "first_began_at")),
                Rows.instant(row, "first_ended_at"),
                Objects.requireNonNull(Rows.instant(row, "through_at")),
                Rows.instant(row, "read_at"),
                Rows.instant(row, "swept_at"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
