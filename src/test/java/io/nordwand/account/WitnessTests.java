package io.nordwand.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.Outcome;
import io.nordwand.database.BreakableDatabase;
import io.nordwand.database.DatabaseException;
import io.nordwand.web.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What is told of a change whose answer from the database was lost. */
class WitnessTests {

    private final BreakableDatabase breakable = new BreakableDatabase(Clock.systemUTC());
    private final Rig rig = new Rig(breakable.database());
    private final Witness witness = rig.witness(rig.audit);
    private final List<Account> later = new ArrayList<>();
    private Account lena;

    @BeforeEach
    void lena() {
        lena = rig.add("lena", Role.OPERATOR);
    }

    @Test
    void aChangeThatWasStoredIsFoundAndCountsAsDone() {
        Account made = Rig.now(witness.watch(deed(), id -> store(id).then(lost()), later::add));

        assertThat(made.enabled()).isFalse();
        assertThat(last()).isEqualTo(Outcome.Kind.FOUND_DONE);
    }

    @Test
    void aChangeThatWasNotStoredIsSaidNotToBe() {
        ChangesTests.assertRefused(Refusal.NOT_STORED, () -> Rig.now(witness.watch(deed(), id -> lost(), later::add)));

        assertThat(last()).isEqualTo(Outcome.Kind.FOUND_NOT_DONE);
    }

    @Test
    void aDatabaseThatCannotBeReadEitherLeavesItOpen() {
        ChangesTests.assertRefused(
                Refusal.UNKNOWN, () -> Rig.now(witness.watch(deed(), id -> lose().then(lost()), later::add)));

        assertThat(last()).isEqualTo(Outcome.Kind.UNKNOWN);
        assertThat(Rig.now(rig.audit.open())).hasSize(1);
    }

    @Test
    void whatWasNotKnownIsFoundOutAsSoonAsTheDatabaseAnswersAgain() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            Sinks.One<Account> found = Sinks.one();
            ChangesTests.assertRefused(
                    Refusal.UNKNOWN,
                    () -> Rig.now(
                            witness.watch(deed(), id -> store(id).then(lose()).then(lost()), found::tryEmitValue)));
            time.advanceTimeBy(Duration.ofMinutes(10));
            assertThat(Rig.now(rig.audit.open())).hasSize(1);

            breakable.breakDown(false);
            time.advanceTimeBy(Duration.ofMinutes(2));
            assertThat(Rig.now(found.asMono()).enabled()).isFalse();
            assertThat(rig.audit.entries().get(1).outcomes())
                    .extracting(Outcome::kind)
                    .containsExactly(Outcome.Kind.UNKNOWN, Outcome.Kind.FOUND_DONE);
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    @Test
    void aChangeIsRefusedWhenTheDatabaseIsGoneAndTheRosterStaysAsItWas() {
        breakable.breakDown(true);

        ChangesTests.assertRefused(Refusal.UNKNOWN, () -> rig.change(Wish.of(Change.DISABLE, lena.id(), 1)));
        assertThat(rig.named("lena")).isEqualTo(lena);
    }

    @Test
    void nobodyIsKeptFromSigningInByADatabaseThatIsGone() {
        breakable.breakDown(true);

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

    private static <T> Mono<T> lost() {
        return Mono.error(() ->
                new DatabaseException("The database did not answer as it should.", new IllegalStateException("lost")));
    }

    private Mono<Void> lose() {
        return Mono.fromRunnable(() -> breakable.breakDown(true));
    }

    private static Deed deed() {
        return new Deed("a", Rig.ANNA, "account.disable", null, "", null, "lena", null, "");
    }

    private Outcome.Kind last() {
        return rig.audit.entries().get(1).outcomes().get(0).kind();
    }
}
