package io.nordwand.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
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
        DatabaseProperties settings = PostgresContainer.migratedDatabase();
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(5);
        // A run has many databases, and what no test uses any more must not keep the server's connections.
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        return migrated(new HikariDataSource(pool), Vendor.POSTGRESQL, new Condition(Clock.systemUTC()));
    }

    /** Arguments that start the program on an empty database on a real PostgreSQL. */
    public static List<String> postgresArguments() {
        DatabaseProperties settings = PostgresContainer.emptyDatabase();
        return List.of(
                "--nordwand.database.url=" + settings.url(),
                "--nordwand.database.username=" + settings.username(),
                "--nordwand.database.password=" + settings.password());
    }

    static Database of(DataSource source, Vendor vendor) {
        return of(source, vendor, new Condition(Clock.systemUTC()));
    }

    static Database of(DataSource source, Vendor vendor, Condition condition) {
        migrate(source, vendor);
        return migrated(source, vendor, condition);
    }

    static void migrate(DataSource source, Vendor vendor) {
        Flyway.configure()
                .dataSource(source)
                .locations(
                        "classpath:db/migration",
                        "classpath:db/" + vendor.name().toLowerCase(Locale.ROOT))
                .load()
                .migrate();
    }

    private static Database migrated(DataSource source, Vendor vendor, Condition condition) {
        return new Database(
                JdbcClient.create(source),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                vendor,
                condition);
    }
}
