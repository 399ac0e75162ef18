package io.nordwand.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that breaks down and recovers when a test says so. */
public final class BreakableDatabase {

    private final Source source;
    final Condition condition;
    private final Database database;

    private static final class Source extends DelegatingDataSource {

        private volatile boolean broken;

        Source(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (broken) {
                throw new SQLException("No space left on device", "53100");
            }
            return super.getConnection();
        }
    }

    /** One that works, so far. */
    public BreakableDatabase(Clock clock) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + EmbeddedDatabase.DIALECT + ";DB_CLOSE_DELAY=-1");
        h2.setUser(EmbeddedDatabase.USER);
        source = new Source(h2);
        condition = new Condition(clock);
        database = TestDatabase.of(source, Vendor.H2, condition);
    }

    /** The database. */
    public Database database() {
        return database;
    }

    /** Whether from now on nothing works. */
    public void breakDown(boolean broken) {
        source.broken = broken;
    }
}
