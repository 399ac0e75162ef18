package io.nordwand.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.Outcome;
import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;
import io.nordwand.web.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of accounts, each with its place in the audit log. */
class ChangesTests {

    private Rig rig;

    /** Also run on PostgreSQL. */
    Database database() {
        return TestDatabase.h2();
    }

    @BeforeEach
    void twoAdministrators() {
        rig = new Rig(database());
        rig.add("anna", Role.ADMIN);
        rig.add("Lena.Brunner", Role.OPERATOR);
        rig.clock.advance(Duration.ofMinutes(5));
    }

    @Test
    void anAccountIsKeptWithAllThatIsKnownOfIt() {
        Account lena = rig.again().named("lena.brunner");

        assertThat(lena).isEqualTo(rig.named("LENA.BRUNNER"));
        assertThat(lena.name()).isEqualTo("Lena.Brunner");
        assertThat(lena.role()).isEqualTo(Role.OPERATOR);
        assertThat(lena.mustChange()).isTrue();
        assertThat(lena.created().by()).isEqualTo("anna");
        assertThat(lena.changed()).isNull();
        assertThat(rig.matches("lena.brunner", Rig.PASSWORD)).isTrue();
    }

    @Test
    void everyChangeIsStoredAndTakesEffectAtOnce() {
        Account lena = rig.named("lena.brunner");
        Account lowered = rig.change(new Wish(Change.ROLE, lena.id(), 1, Role.VIEWER, null));
        Account disabled = rig.change(Wish.of(Change.DISABLE, lena.id(), 2));
        Account enabled = rig.change(Wish.of(Change.ENABLE, lena.id(), 3));
        Account reset = rig.change(new Wish(Change.RESET, lena.id(), 4, null, "another password of hers"));

        assertThat(lowered.role()).isEqualTo(Role.VIEWER);
        assertThat(disabled.enabled()).isFalse();
        assertThat(enabled.enabled()).isTrue();
        assertThat(reset.version()).isEqualTo(5);
        assertThat(reset.changed()).isEqualTo(new Account.Mark(rig.clock.instant(), "anna"));
        assertThat(Stream.of(lena, lowered, disabled, enabled, reset).map(Account::epoch))
                .containsExactly(1L, 2L, 3L, 3L, 4L);
        assertThat(rig.named("lena.brunner")).isEqualTo(reset);
        assertThat(rig.again().named("lena.brunner")).isEqualTo(reset);
    }

    @Test
    void moreRightsEndNoSession() {
        Account lena = rig.named("lena.brunner");

        assertThat(rig.change(new Wish(Change.ROLE, lena.id(), 1, Role.ADMIN, null))
                        .epoch())
                .isEqualTo(lena.epoch());
    }

    @Test
    void theAuditLogHasEachChangeBeforeAndAfter() {
        Account lena = rig.named("lena.brunner");
        rig.change(new Wish(Change.ROLE, lena.id(), 1, Role.VIEWER, null));
        rig.change(new Wish(Change.RESET, lena.id(), 2, null, "another password of hers"));
        Rig.now(rig.changes.password(Rig.ANNA, rig.named("anna"), "a password of my own"));

        assertThat(rig.audit.deeds())
                .extracting(Deed::operation)
                .containsExactly("account.add", "account.add", "account.role", "account.reset", "account.password");
        Deed role = rig.audit.deeds().get(2);
        assertThat(role.actor()).isEqualTo(Rig.ANNA);
        assertThat(role.subject()).isEqualTo("Lena.Brunner");
        assertThat(role.seen()).isEqualTo("operator → viewer");
        assertThat(rig.audit.entries())
                .allSatisfy(entry ->
                        assertThat(entry.outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.DONE));
        assertThat(rig.audit.entries().toString()).doesNotContain("another password", "of my own", "bcrypt");
    }

    @Test
    void whatCannotBeTakenDownDoesNotHappen() {
        Account lena = rig.named("lena.brunner");
        rig.audit.refuse(true);

        assertRefused(Refusal.NOT_AUDITED, () -> rig.change(Wish.of(Change.DISABLE, lena.id(), 1)));
        assertRefused(Refusal.NOT_AUDITED, () -> rig.add("priya", Role.VIEWER));
        assertThat(rig.named("lena.brunner")).isEqualTo(lena);
        assertThat(rig.again().accounts.all()).hasSize(2);
    }

    @Test
    void aNameIsThereOnceWhateverItsLetters() {
        assertRefused(Refusal.NAME_TAKEN, () -> rig.add("LENA.brunner", Role.VIEWER));
        assertThat(rig.audit.deeds()).as("not even tried").hasSize(2);

        Rig other = rig.again();
        rig.add("priya", Role.VIEWER);
        assertRefused(Refusal.NAME_TAKEN, () -> other.add("Priya", Role.VIEWER));
        assertThat(other.audit.entries().get(0).outcomes())
                .extracting(Outcome::kind, Outcome::sentence)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Outcome.Kind.NOT_DONE, "There is already an account of this name"));
    }

    @Test
    void aChangeBySomebodyElseIsDetectedEvenWhenOnlyTheDatabaseKnowsOfIt() {
        Account lena = rig.named("lena.brunner");
        Rig other = rig.again();
        rig.change(new Wish(Change.ROLE, lena.id(), 1, Role.VIEWER, null));

        assertRefused(Refusal.CHANGED, () -> rig.change(Wish.of(Change.DISABLE, lena.id(), 1)));
        assertRefused(Refusal.CHANGED, () -> other.change(Wish.of(Change.DISABLE, lena.id(), 1)));
        assertThat(rig.again().named("lena.brunner").enabled()).isTrue();
    }

    @Test
    void theLastAdministratorStays() {
        Account anna = rig.named("anna");

        assertRefused(Refusal.LAST_ADMIN, () -> rig.change(Wish.of(Change.DISABLE, anna.id(), 1)));
        assertRefused(Refusal.LAST_ADMIN, () -> rig.change(new Wish(Change.ROLE, anna.id(), 1, Role.OPERATOR, null)));

        rig.change(new Wish(Change.ROLE, rig.named("lena.brunner").id(), 1, Role.ADMIN, null));
        assertThat(rig.change(Wish.of(Change.DISABLE, anna.id(), 1)).enabled()).isFalse();
        assertRefused(
                Refusal.LAST_ADMIN,
                () -> rig.change(
                        Wish.of(Change.DISABLE, rig.named("lena.brunner").id(), 2)));
    }

    @Test
    void administratorsWhoDisableEachOtherAtTheSameMomentLeaveOne() {
        for (int round = 0; round < 10; round++) {
            String suffix = "-" + round;
            Rig fresh = new Rig(database());
            Account one = fresh.add("one" + suffix, Role.ADMIN);
            Account two = fresh.add("two" + suffix, Role.ADMIN);
            Rig elsewhere = fresh.again();
            List<CompletableFuture<Account>> both = List.of(
                    fresh.changes
                            .change(Rig.ANNA, Wish.of(Change.DISABLE, one.id(), 1))
                            .toFuture(),
                    elsewhere
                            .changes
                            .change(Rig.ANNA, Wish.of(Change.DISABLE, two.id(), 1))
                            .toFuture());
            long done = both.stream().filter(ChangesTests::succeeded).count();

            assertThat(done).isEqualTo(1);
            assertThat(fresh.again().accounts.current().list().stream().filter(Account::rules))
                    .hasSize(1);
        }
    }

    @Test
    void manyChangesAtOnceAreDoneOneAfterTheOther() {
        Account lena = rig.named("lena.brunner");
        List<CompletableFuture<Account>> all = IntStream.range(0, 20)
                .mapToObj(i -> rig.changes
                        .change(Rig.ANNA, Wish.of(i % 2 == 0 ? Change.DISABLE : Change.ENABLE, lena.id(), 1))
                        .toFuture())
                .toList();

        assertThat(all.stream().filter(ChangesTests::succeeded))
                .as("of one version, one")
                .hasSize(1);
        assertThat(rig.named("lena.brunner")).isEqualTo(rig.again().named("lena.brunner"));
    }

    @Test
    void ownPasswordEndsAllSessionsAndNeedsNoChangeAnyMore() {
        Account lena = rig.named("lena.brunner");
        Account changed = Rig.now(rig.changes.password(Rig.ANNA, lena, "a password of my own"));

        assertThat(changed.mustChange()).isFalse();
        assertThat(changed.epoch()).isEqualTo(lena.epoch() + 1);
        assertRefused(
                Refusal.CHANGED, () -> Rig.now(rig.changes.password(Rig.ANNA, lena, "once more, from an old page")));
    }

    @Test
    void accountsOfTheSimulatedFarmCannotBeChanged() {
        Rig simulated = new Rig(database(), true);
        Account operator = simulated.named("operator");

        assertRefused(Refusal.DEMO, () -> simulated.change(Wish.of(Change.DISABLE, operator.id(), 0)));
        assertRefused(Refusal.DEMO, () -> Rig.now(simulated.changes.password(Rig.ANNA, operator, Rig.PASSWORD)));
        assertRefused(Refusal.NAME_TAKEN, () -> simulated.add("operator", Role.VIEWER));
        assertThat(simulated.audit.deeds()).isEmpty();
    }

    @Test
    void whatWasUnderWayWhenTheProgramEndedIsFoundOut() {
        Account lena = rig.named("lena.brunner");
        DeedId done = intend("account.disable", "Lena.Brunner");
        rig.database.now(jdbc -> {
            AccountTable.update(jdbc, lena.withEnabled(false), new Account.Mark(rig.clock.instant(), "anna"), done);
            return done;
        });
        DeedId undone = intend("account.role", "Lena.Brunner");
        DeedId never = intend("account.add", "nobody");
        DeedId foreign = intend("append", "Bracket");

        rig.start(null, Map.of(), null);

        assertThat(kind(done)).isEqualTo(Outcome.Kind.FOUND_DONE);
        assertThat(kind(undone)).isEqualTo(Outcome.Kind.FOUND_NOT_DONE);
        assertThat(kind(never)).isEqualTo(Outcome.Kind.FOUND_NOT_DONE);
        assertThat(rig.audit.entries().get((int) foreign.value() - 1).outcomes())
                .isEmpty();
    }

    private DeedId intend(String operation, String name) {
        return Rig.now(rig.audit.intend(new Deed("a", Rig.ANNA, operation, null, "", null, name, null, "")));
    }

    private Outcome.Kind kind(DeedId deed) {
        return rig.audit.entries().get((int) deed.value() - 1).outcomes().get(0).kind();
    }

    private static boolean succeeded(CompletableFuture<Account> change) {
        return change.handle((account, problem) -> problem == null).join();
    }

    static void assertRefused(Refusal refusal, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
