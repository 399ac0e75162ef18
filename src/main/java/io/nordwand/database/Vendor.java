package io.nordwand.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the two databases do differently. */
enum Vendor {
    /** Writes to the disk some time after a commit, unless told to do it now. */
    H2 {
        @Override
        boolean wrote(JdbcClient jdbc) {
            return jdbc.sql(
                            "select contains_uncommitted from information_schema.sessions where session_id = session_id()")
                    .query(Boolean.class)
                    .single();
        }

        @Override
        void harden(JdbcClient jdbc) {
            jdbc.sql("checkpoint sync").update();
        }
    },

    /** Has written what it committed. */
    POSTGRESQL {
        @Override
        boolean wrote(JdbcClient jdbc) {
            return false;
        }

        @Override
        void harden(JdbcClient jdbc) {}
    };

    /** Whether something was changed in the current transaction that {@link #harden} must see to after the commit. */
    abstract boolean wrote(JdbcClient jdbc);

    /** Makes what was committed outlive a sudden end of the program and of the machine. */
    abstract void harden(JdbcClient jdbc);
}
