package io.nordwand.audit;

import io.nordwand.database.Database;
import java.time.Clock;

/** The real audit log for tests of those who must be audited. */
public final class TestAudit {

    private TestAudit() {}

    /** The audit log in that database. */
    public static Audit in(Database database, Clock clock) {
        return new AuditLog(database, new Arrears(clock), new AuditFeed(), clock);
    }
}
