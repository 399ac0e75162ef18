package io.nordwand.database;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Where all SQL passes through. Work blocks, so it runs on the bounded elastic scheduler, begins with the subscription and
 * is not broken off by a subscriber who leaves: what is written is written whole or not at all, and is on the disk when the
 * answer comes.
 */
@Component
public class Database {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Vendor vendor;
    private final Condition condition;

    /** What the work gave, and whether it changed something. */
    private record Done<T>(@Nullable T result, boolean wrote) {}

    Database(JdbcClient jdbc, TransactionTemplate transactions, Vendor vendor, Condition condition) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.vendor = vendor;
        this.condition = condition;
    }

    /**
     * Does the work in one transaction; empty when it gives null, a {@link DatabaseException} when it fails. The work may
     * be done by then if only the answer was lost.
     */
    public <T> Mono<T> call(Function<JdbcClient, @Nullable T> work) {
        // Not with subscribeOn: that interrupts the thread of a subscriber who leaves, and an interrupt in the middle
        // of
        // reading or writing closes the embedded database's file for everyone.
        return Mono.create(sink -> {
            AtomicBoolean left = new AtomicBoolean();
            sink.onCancel(() -> left.set(true));
            Schedulers.boundedElastic().schedule(() -> {
                try {
                    sink.success(checked(work));
                } catch (RuntimeException | Error problem) {
                    if (!left.get()) {
                        sink.error(problem);
                    }
                }
            });
        });
    }

    private <T> @Nullable T checked(Function<JdbcClient, @Nullable T> work) {
        Exception lost = condition.lost();
        if (lost != null) {
            throw new DatabaseException("The file of the database is gone.", lost);
        }
        return now(work);
    }

    /** The same on the calling thread, also of a file that is gone: for the start and for copies, never on an event loop. */
    public <T> @Nullable T now(Function<JdbcClient, @Nullable T> work) {
        try {
            Done<T> done = transactions.execute(status -> new Done<>(work.apply(jdbc), vendor.wrote(jdbc)));
            if (done == null) {
                return null;
            }
            if (done.wrote()) {
                vendor.harden(jdbc);
            }
            return done.result();
        } catch (DataAccessException | TransactionException problem) {
            if (!isOnes(problem)) {
                condition.failed(first(problem));
            }
            throw new DatabaseException("The database did not answer as it should.", problem);
        }
    }

    /** What went wrong before the rollback went wrong as well. */
    private static Exception first(RuntimeException problem) {
        return problem instanceof TransactionSystemException rollback
                        && rollback.getApplicationException() instanceof RuntimeException before
                ? before
                : problem;
    }

    /** Whether only this one statement is at fault, and the database is well. */
    private static boolean isOnes(RuntimeException problem) {
        return problem instanceof DataIntegrityViolationException
                || problem instanceof ConcurrencyFailureException
                || problem instanceof IncorrectResultSizeDataAccessException
                || problem instanceof InvalidDataAccessResourceUsageException
                || isRefusedChange(problem);
    }

    private static boolean isRefusedChange(RuntimeException problem) {
        return NestedExceptionUtils.getMostSpecificCause(problem) instanceof SQLException cause
                && ForGood.RAISED.equals(cause.getSQLState());
    }
}
