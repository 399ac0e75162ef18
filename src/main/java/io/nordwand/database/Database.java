package io.nordwand.database;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Where all SQL passes through. Work blocks, so it runs on the bounded elastic scheduler, begins with the subscription and
 * is not broken off by a subscriber who leaves: what is written is written whole or not at all.
 */
@Component
public class Database {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Database(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Does the work in one transaction; empty when it gives null, a {@link DatabaseException} when it fails. */
    public <T> Mono<T> call(Function<JdbcClient, @Nullable T> work) {
        return Mono.fromCallable(() -> now(work)).subscribeOn(Schedulers.boundedElastic());
    }

    /** The same on the calling thread: for the start of the program only, never on an event loop. */
    public <T> @Nullable T now(Function<JdbcClient, @Nullable T> work) {
        try {
            return transactions.execute(status -> work.apply(jdbc));
        } catch (DataAccessException | TransactionException problem) {
            throw new DatabaseException("The database did not answer as it should.", problem);
        }
    }
}
