package io.nordwand.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** H2's guard of tables whose rows are for good; named by the migrations in {@code db/h2}. */
public class ForGood implements Trigger {

    /** State of the error, as PostgreSQL's {@code raise_exception} has it. */
    static final String RAISED = "P0001";

    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        this.table = table;
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("Rows of " + table + " are for good: they are neither changed nor removed.", RAISED);
    }
}
