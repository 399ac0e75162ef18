package io.nordwand.account;

import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.OpenDeed;
import io.nordwand.audit.Outcome;
import io.nordwand.audit.Witnessing;
import io.nordwand.database.Database;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes changes of accounts down in the audit log. Each account's row names the deed that made it what it is, by which
 * reading tells whether it was done.
 */
@Component
class Witness implements Witnessing.Trace<Account> {

    private static final String OURS = "account.";

    private final Witnessing<Account> watching;
    private final MessageSource messages;

    Witness(Audit audit, Database database, MessageSource messages) {
        this.messages = messages;
        this.watching = new Witnessing<>(audit, database, this);
    }

    /**
     * Does the work after the intent is stored, and only then; ends as the work does.
     *
     * @param later is told of a change of which it was only found out after the end that it was stored
     */
    Mono<Account> watch(Deed deed, Function<DeedId, Mono<Account>> work, Consumer<Account> later) {
        return watching.watch(deed, work, later);
    }

    /** Finds out what became of the changes that were under way when the program ended. */
    Mono<Void> lookBack() {
        return watching.lookBack(OURS);
    }

    @Override
    public @Nullable Account made(JdbcClient jdbc, Deed deed, DeedId id) {
        return AccountTable.madeBy(jdbc, deed.subject(), id);
    }

    /** A later deed at the same account hides what an earlier one did. */
    @Override
    public Outcome.Kind found(JdbcClient jdbc, OpenDeed open) {
        Long last = AccountTable.lastDeed(jdbc, open.deed().subject());
        if (last == null || last < open.id().value()) {
            return Outcome.Kind.FOUND_NOT_DONE;
        }
        return last == open.id().value() ? Outcome.Kind.FOUND_DONE : Outcome.Kind.CANT_TELL;
    }

    @Override
    public @Nullable String refusal(Throwable problem) {
        return problem instanceof RefusedException refused
                ? messages.getMessage("account.refusal." + refused.refusal().key() + ".title", null, Locale.ENGLISH)
                : null;
    }

    @Override
    public RuntimeException told(Witnessing.Fault fault) {
        return new RefusedException(Refusal.valueOf(fault.name()));
    }
}
