package io.nordwand.account;

import io.nordwand.audit.DeedId;
import io.nordwand.web.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** The statements on the table of accounts, each within a transaction of the caller. */
final class AccountTable {

    private static final String SELECT =
            "select id, name, role_key, password_hash, enabled, must_change, version, epoch, created_at, created_by, "
                    + "changed_at, changed_by, signed_in_at from account ";

    private AccountTable() {}

    static List<Account> all(JdbcClient jdbc) {
        return jdbc.sql(SELECT + "order by id").query(AccountTable::read).list();
    }

    /** The account, held until the transaction ends so that nobody else can change it; null when there is none. */
    static @Nullable Account held(JdbcClient jdbc, long id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(AccountTable::read)
                .optional()
                .orElse(null);
    }

    /**
     * All who can run the installation, held until the transaction ends: each change takes them first and in the same
     * order, so that two of them can neither lower each other at once nor wait for each other.
     */
    static List<Long> heldRulers(JdbcClient jdbc) {
        return jdbc.sql("select id from account where role_key = :role and enabled = true order by id for update")
                .param("role", Role.ADMIN.key())
                .query(Long.class)
                .list();
    }

    /** Whether the account is what this deed made of it; waits for whoever is changing it. */
    static @Nullable Account madeBy(JdbcClient jdbc, String name, DeedId deed) {
        return jdbc.sql(SELECT + "where name_key = :key and changed_deed = :deed for update")
                .param("key", Account.key(name))
                .param("deed", deed.value())
                .query(AccountTable::read)
                .optional()
                .orElse(null);
    }

    /** Number of the deed that last changed the account of this name; null when there is none. */
    static @Nullable Long lastDeed(JdbcClient jdbc, String name) {
        return jdbc.sql("select changed_deed from account where name_key = :key")
                .param("key", Account.key(name))
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Adds a row; the account gets its id. */
    static Account insert(JdbcClient jdbc, Account made, DeedId deed) {
        KeyHolder keys = new GeneratedKeyHolder();
        try {
            jdbc.sql(
                            "insert into account (name, name_key, role_key, password_hash, enabled, must_change, version, epoch, "
                                    + "created_at, created_by, changed_deed) values (:name, :key, :role, :hash, :enabled, "
                                    + ":mustChange, :version, :epoch, :at, :by, :deed)")
                    .param("name", made.name())
                    .param("key", Account.key(made.name()))
                    .param("role", made.role().key())
                    .param("hash", made.hash())
                    .param("enabled", made.enabled())
                    .param("mustChange", made.mustChange())
                    .param("version", made.version())
                    .param("epoch", made.epoch())
                    .param("at", time(made.created().at()))
                    .param("by", made.created().by())
                    .param("deed", deed.value())
                    .update(keys, "id");
        } catch (DuplicateKeyException taken) {
            throw new RefusedException(Refusal.NAME_TAKEN);
        }
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        return new Account(
                id,
                made.name(),
                made.role(),
                made.hash(),
                made.enabled(),
                made.mustChange(),
                made.version(),
                made.epoch(),
                made.created(),
                null,
                null);
    }

    /** Writes all that a person can change. */
    static void update(JdbcClient jdbc, Account account, Account.Mark mark, DeedId deed) {
        jdbc.sql(
                        "update account set role_key = :role, password_hash = :hash, enabled = :enabled, must_change = :mustChange, "
                                + "version = :version, epoch = :epoch, changed_at = :at, changed_by = :by, changed_deed = :deed "
                                + "where id = :id")
                .param("role", account.role().key())
                .param("hash", account.hash())
                .param("enabled", account.enabled())
                .param("mustChange", account.mustChange())
                .param("version", account.version())
                .param("epoch", account.epoch())
                .param("at", time(mark.at()))
                .param("by", mark.by())
                .param("deed", deed.value())
                .param("id", account.id())
                .update();
    }

    /** Takes down a sign-in, which is no change of the account. */
    static int signedIn(JdbcClient jdbc, long id, Instant at) {
        return jdbc.sql("update account set signed_in_at = :at where id = :id")
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    /** Replaces the encoding of the same password, unless there is another one by now; gives the number of rows. */
    static int encodedAs(JdbcClient jdbc, Account account, String hash) {
        return jdbc.sql("update account set password_hash = :hash where id = :id and password_hash = :before")
                .param("hash", hash)
                .param("id", account.id())
                .param("before", account.hash())
                .update();
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        Instant changed = instant(row, "changed_at");
        return new Account(
                row.getLong("id"),
                row.getString("name"),
                Role.valueOf(row.getString("role_key").toUpperCase(Locale.ROOT)),
                row.getString("password_hash"),
                row.getBoolean("enabled"),
                row.getBoolean("must_change"),
                row.getLong("version"),
                row.getLong("epoch"),
                new Account.Mark(Objects.requireNonNull(instant(row, "created_at")), row.getString("created_by")),
                changed == null ? null : new Account.Mark(changed, row.getString("changed_by")),
                instant(row, "signed_in_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** As exact as both databases keep it. */
    private static OffsetDateTime time(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
