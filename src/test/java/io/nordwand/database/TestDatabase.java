package io.nordwand.database;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Databases for tests of modules that store something: migrated, empty, and gone with the test. */
public final class TestDatabase {

    private TestDatabase() {}

    /** An in-memory H2 of the caller's own, in the dialect of the embedded database. */
    public static Database h2() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + EmbeddedDatabase.DIALECT + ";DB_CLOSE_DELAY=-1");
        source.setUser(EmbeddedDatabase.USER);
        return of(source, Vendor.H2);
    }

    /** An empty database on a real PostgreSQL; the test is marked {@link OnPostgres}. */
    public static Database postgres() {
        DatabaseProperties settings = PostgresContainer.emptyDatabase();
        return of(
                new DriverManagerDataSource(
                        Objects.requireNonNull(settings.url()), settings.username(), settings.password()),
                Vendor.POSTGRESQL);
    }

    static Database of(DataSource source, Vendor vendor) {
        return of(source, vendor, new Condition(Clock.systemUTC()));
    }

    static Database of(DataSource source, Vendor vendor, Condition condition) {
        Flyway.configure()
                .dataSource(source)
                .locations(
                        "classpath:db/migration",
                        "classpath:db/" + vendor.name().toLowerCase(Locale.ROOT))
                .load()
                .migrate();
        return new Database(
                JdbcClient.create(source),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                vendor,
                condition);
    }
}
