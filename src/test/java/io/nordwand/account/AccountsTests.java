package io.nordwand.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nordwand.farm.EigerAccess;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.crypto.password.PasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class AccountsTests {

    private final PasswordEncoder passwords = Passwords.encoder();

    @Test
    void theSimulatedFarmShowsThreeAccounts() {
        Accounts accounts = accounts(true, null, Map.of());

        assertThat(accounts.shown()).extracting(Account::name).containsExactly("viewer", "operator", "admin");
        assertThat(accounts.all())
                .containsExactlyInAnyOrder(
                        new Viewer("viewer", Role.VIEWER),
                        new Viewer("operator", Role.OPERATOR),
                        new Viewer("admin", Role.ADMIN));
    }

    @Test
    void aRealFarmShowsNone() {
        Accounts accounts = accounts(false, "correct horse", Map.of());

        assertThat(accounts.shown()).isEmpty();
        assertThat(accounts.named("viewer")).isEmpty();
        assertThat(accounts.all()).containsExactly(new Viewer("admin", Role.ADMIN));
        assertThat(matches(accounts, "admin", "correct horse")).isTrue();
    }

    @Test
    void anOwnAdministratorPasswordIsNeverShown() {
        Accounts accounts = accounts(true, "correct horse", Map.of());

        assertThat(accounts.shown()).extracting(Account::name).containsExactly("viewer", "operator");
        assertThat(matches(accounts, "admin", "admin")).isFalse();
    }

    @Test
    void withoutAPasswordOneIsMadeAndLoggedOnce(CapturedOutput log) {
        Accounts accounts = accounts(false, " ", Map.of());
        Matcher made =
                Pattern.compile("Sign in as \"admin\" with \"([\\w-]{20})\"").matcher(log.getOut());

        assertThat(made.find()).isTrue();
        assertThat(matches(accounts, "admin", made.group(1))).isTrue();
        assertThat(log.getOut().split(Pattern.quote(made.group(1)), -1)).hasSize(2);
    }

    @Test
    void furtherAccountsComeWithAHash(CapturedOutput log) {
        String hash = passwords.encode("own password");
        Accounts accounts = accounts(false, null, Map.of("lena", new AccountProperties.User(hash, Role.ADMIN)));

        assertThat(matches(accounts, "Lena", "own password")).isTrue();
        assertThat(accounts.named("admin")).as("not needed").isEmpty();
        assertThat(log.getOut()).doesNotContain("Sign in as");
    }

    @Test
    void plainPasswordsInTheConfigurationAreRefusedWithoutRepeatingThem() {
        for (String plain : List.of("hunter2hunter2hunter2", "{noop}hunter2hunter2hunter2", "{bcrypt}hunter2")) {
            assertThatThrownBy(() ->
                            accounts(false, null, Map.of("lena", new AccountProperties.User(plain, Role.VIEWER))))
                    .hasMessageContaining("nordwand.account.users.lena.password")
                    .hasMessageContaining("{bcrypt}")
                    .message()
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void nothingPrintsAPassword() {
        AccountProperties properties =
                properties("correct horse", Map.of("lena", new AccountProperties.User("{bcrypt}x", Role.ADMIN)));

        assertThat(properties.toString()).doesNotContain("correct horse", "bcrypt");
        assertThat(new Account("a", Role.VIEWER, "{bcrypt}x", "shown").toString())
                .doesNotContain("bcrypt", "shown");
    }

    private boolean matches(Accounts accounts, String name, String password) {
        return accounts.named(name)
                .map(account -> passwords.matches(password, account.hash()))
                .orElse(false);
    }

    private Accounts accounts(boolean simulated, @Nullable String admin, Map<String, AccountProperties.User> users) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("access", new EigerAccess(URI.create("http://127.0.0.1"), "a", "s", simulated));
        return new Accounts(properties(admin, users), passwords, beans.getBeanProvider(EigerAccess.class));
    }

    private static AccountProperties properties(@Nullable String admin, Map<String, AccountProperties.User> users) {
        return new AccountProperties(admin, users, 5, Duration.ofMinutes(5));
    }
}
