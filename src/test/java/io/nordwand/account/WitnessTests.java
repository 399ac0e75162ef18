package io.nordwand.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.Outcome;
import io.nordwand.database.DatabaseException;
import io.nordwand.database.TestDatabase;
import io.nordwand.web.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is told of a change whose answer from the database was lost. */
class WitnessTests {

    private static final DatabaseException LOST =
            new DatabaseException("The database did not answer as it should.", new IllegalStateException("lost"));

    private final Rig rig = new Rig(TestDatabase.h2());
    private final Witness witness = rig.witness(rig.audit);
    private Account lena;

    @BeforeEach
    void lena() {
        lena = rig.add("lena", Role.OPERATOR);
    }

    @Test
    void aChangeThatWasStoredIsFoundAndCountsAsDone() {
        Account made = Rig.now(witness.watch(deed(), id -> store(id).then(Mono.error(LOST))));

        assertThat(made.enabled()).isFalse();
        assertThat(last()).isEqualTo(Outcome.Kind.FOUND_DONE);
    }

    @Test
    void aChangeThatWasNotStoredIsSaidNotToBe() {
        ChangesTests.assertRefused(Refusal.NOT_STORED, () -> Rig.now(witness.watch(deed(), id -> Mono.error(LOST))));

        assertThat(last()).isEqualTo(Outcome.Kind.FOUND_NOT_DONE);
    }

    @Test
    void aDatabaseThatCannotBeReadEitherLeavesItOpen() {
        ChangesTests.assertRefused(
                Refusal.UNKNOWN, () -> Rig.now(witness.watch(deed(), id -> lose().then(Mono.error(LOST)))));

        assertThat(last()).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(Rig.now(rig.audit.open())).hasSize(1);
    }

    @Test
    void aChangeIsRefusedWhenTheDatabaseIsGoneAndTheRosterStaysAsItWas() {
        Rig.now(lose());

        ChangesTests.assertRefused(Refusal.UNKNOWN, () -> rig.change(Wish.of(Change.DISABLE, lena.id(), 1)));
        assertThat(rig.named("lena")).isEqualTo(lena);
    }

    @Test
    void nobodyIsKeptFromSigningInByADatabaseThatIsGone() {
        Rig.now(lose());

        assertThat(rig.matches("lena", Rig.PASSWORD)).isTrue();
        assertThat(Rig.now(rig.signIn().authenticate(SignInTests.token("lena", Rig.PASSWORD)))
                        .isAuthenticated())
                .isTrue();
    }

    private Mono<Account> store(DeedId deed) {
        return rig.database.call(jdbc -> {
            Account after = lena.withEnabled(false);
            AccountTable.update(jdbc, after, new Account.Mark(rig.clock.instant(), "anna"), deed);
            return after;
        });
    }

    /** From here on its tables are gone. */
    private Mono<Integer> lose() {
        return rig.database.call(jdbc -> jdbc.sql("drop table account").update());
    }

    private static Deed deed() {
        return new Deed("a", Rig.ANNA, "account.disable", null, "", null, "lena", null, "");
    }

    private Outcome.Kind last() {
        return rig.audit.entries().get(1).outcomes().get(0).kind();
    }
}
