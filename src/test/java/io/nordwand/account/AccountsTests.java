package io.nordwand.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nordwand.audit.Deed;
import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who there is after a start. */
@ExtendWith(OutputCaptureExtension.class)
class AccountsTests {

    private static final Pattern MADE = Pattern.compile("\"(\\w+)\"[\\w ]* with \"([a-z0-9]{4}(?:-[a-z0-9]{4}){3})\"");

    private final Database database = TestDatabase.h2();

    @Test
    void theSimulatedFarmShowsThreeAccountsThatAreNowhereElse() {
        Rig rig = new Rig(database, true).start(null, Map.of(), null);

        assertThat(rig.accounts.shown()).extracting(Account::name).containsExactly("viewer", "operator", "admin");
        assertThat(rig.accounts.all())
                .containsExactlyInAnyOrder(
                        new Viewer("viewer", Role.VIEWER),
                        new Viewer("operator", Role.OPERATOR),
                        new Viewer("admin", Role.ADMIN));
        assertThat(rig.again().accounts.all()).isEmpty();
    }

    @Test
    void aRealFarmShowsNone() {
        Rig rig = new Rig(database).start("correct horse", Map.of(), null);

        assertThat(rig.accounts.shown()).isEmpty();
        assertThat(rig.accounts.all()).containsExactly(new Viewer("admin", Role.ADMIN));
        assertThat(rig.matches("admin", "correct horse")).isTrue();
        assertThat(rig.named("admin").mustChange()).isFalse();
    }

    @Test
    void anOwnAdministratorPasswordIsNeverShown() {
        Rig rig = new Rig(database, true).start("correct horse", Map.of(), null);

        assertThat(rig.accounts.shown()).extracting(Account::name).containsExactly("viewer", "operator");
        assertThat(rig.matches("admin", "admin")).isFalse();
    }

    @Test
    void withoutAPasswordOneIsMadeLoggedOnceAndHasToBeChanged(CapturedOutput log) {
        Rig rig = new Rig(database).start(" ", Map.of(), null);
        String made = made(log, "admin");

        assertThat(rig.matches("admin", made)).isTrue();
        assertThat(rig.named("admin").mustChange()).isTrue();
        assertThat(log.getOut().split(Pattern.quote(made), -1)).hasSize(2);

        rig.again().start(null, Map.of(), null);
        assertThat(MADE.matcher(log.getOut()).results())
                .as("nothing is made at the next start")
                .hasSize(1);
    }

    @Test
    void anAdministratorPasswordOfTheConfigurationChangesNothingLater(CapturedOutput log) {
        new Rig(database).start("correct horse", Map.of(), null);
        Rig rig = new Rig(database).start("another horse", Map.of(), null);

        assertThat(rig.matches("admin", "correct horse")).isTrue();
        assertThat(log.getOut()).contains("nordwand.account.admin-password is not used any more");
        assertThat(log.getOut()).doesNotContain("another horse");
    }

    @Test
    void accountsOfTheConfigurationAreTakenOverWhenTheyAreMissing(CapturedOutput log) {
        String hash = Passwords.encoder().encode("own password");
        Map<String, AccountProperties.User> users = Map.of("lena", new AccountProperties.User(hash, Role.ADMIN));
        Rig rig = new Rig(database).start(null, users, null);

        assertThat(rig.matches("Lena", "own password")).isTrue();
        assertThat(rig.accounts.current().named("admin")).as("not needed").isEmpty();
        assertThat(log.getOut()).doesNotContain("Sign in as");

        rig.add("anna", Role.ADMIN);
        rig.change(new Wish(Change.ROLE, rig.named("lena").id(), 1, Role.VIEWER, null));
        Rig later = rig.again().start(null, users, null);
        assertThat(later.named("lena").role()).as("what is stored counts").isEqualTo(Role.VIEWER);
    }

    @Test
    void whatTheProgramDoesByItselfIsInTheAuditLogToo() {
        Rig rig = new Rig(database)
                .start("correct horse", Map.of("lena", new AccountProperties.User(hash(), Role.VIEWER)), null);

        assertThat(rig.audit.deeds())
                .extracting(deed -> deed.actor().name(), Deed::operation, Deed::subject)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Nordwand", "account.add", "lena"),
                        org.assertj.core.groups.Tuple.tuple("Nordwand", "account.add", "admin"));
    }

    @Test
    void aForgottenPasswordHasAWayBack(CapturedOutput log) {
        Rig rig = new Rig(database).start("correct horse", Map.of(), null);
        Account lena = rig.add("lena", Role.ADMIN);
        rig.change(Wish.of(Change.DISABLE, lena.id(), 1));

        Rig rescued = rig.again().start("correct horse", Map.of(), "Lena");

        assertThat(rescued.matches("lena", made(log, "Lena"))).isTrue();
        assertThat(rescued.named("lena"))
                .matches(Account::rules, "may run the installation")
                .matches(Account::mustChange, "has to choose a password");
        assertThat(rescued.matches("admin", "correct horse")).isTrue();
        assertThat(rescued.named("lena").name()).isEqualTo("lena");
    }

    @Test
    void aRescueMakesTheAccountIfNeedBe(CapturedOutput log) {
        Rig rig = new Rig(database).start(null, Map.of(), "chief");

        assertThat(rig.named("chief").rules()).isTrue();
        assertThat(rig.matches("chief", made(log, "chief"))).isTrue();
    }

    @Test
    void plainPasswordsInTheConfigurationAreRefusedWithoutRepeatingThem() {
        for (String plain : List.of("hunter2hunter2hunter2", "{noop}hunter2hunter2hunter2", "{bcrypt}hunter2")) {
            Map<String, AccountProperties.User> users = Map.of("lena", new AccountProperties.User(plain, Role.VIEWER));
            assertThatThrownBy(() -> new Rig(database).start(null, users, null))
                    .hasMessageContaining("nordwand.account.users.lena.password")
                    .hasMessageContaining("{bcrypt}")
                    .message()
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void withoutAnAuditLogThereIsNoFirstAccountAndNoStart() {
        Rig rig = new Rig(database);
        rig.audit.refuse(true);

        assertThatThrownBy(() -> rig.start("correct horse", Map.of(), null))
                .hasMessageContaining("could not be stored")
                .hasMessageNotContaining("correct horse");
        assertThat(rig.again().accounts.all()).isEmpty();
    }

    @Test
    void nothingPrintsAPassword() {
        AccountProperties properties =
                Rig.settings("correct horse", Map.of("lena", new AccountProperties.User("{bcrypt}x", Role.ADMIN)), "x");

        assertThat(properties.toString()).doesNotContain("correct horse", "bcrypt");
        assertThat(Account.demo(Role.VIEWER, "{bcrypt}x", io.nordwand.farm.FarmFixtures.NOW)
                        .toString())
                .doesNotContain("bcrypt");
        assertThat(new Wish(Change.RESET, 1, 1, null, "secret").toString()).doesNotContain("secret");
        assertThat(new Handover("added", "lena", "secret").toString()).doesNotContain("secret");
        assertThat(new AccountForm("lena", Role.VIEWER, true, "secret").toString())
                .doesNotContain("secret");
    }

    private static String hash() {
        return String.valueOf(Passwords.encoder().encode("own password"));
    }

    private static String made(CapturedOutput log, String name) {
        Matcher made = MADE.matcher(log.getOut());
        assertThat(made.find()).isTrue();
        assertThat(made.group(1)).isEqualTo(name);
        return made.group(2);
    }
}
