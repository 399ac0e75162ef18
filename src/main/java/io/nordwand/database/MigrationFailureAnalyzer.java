package io.nordwand.database;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the tables could not be brought up to date, which they are at each start. */
class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
        return cause instanceof FlywayValidateException
                ? new FailureAnalysis(
                        "The database was written by a newer Nordwand, or its tables were changed by other hands.",
                        "Start the version that wrote it last, or restore a backup as docs/operations.md says.",
                        cause)
                : new FailureAnalysis(
                        "The tables of the database could not be brought up to date.",
                        "See that its user may make and change tables and that there is room for them. Nothing is lost:"
                                + " the next start tries again.",
                        cause);
    }
}
