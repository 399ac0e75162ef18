package io.nordwand.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Actor;
import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;
import io.nordwand.web.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

class SignInTests {

    private final Database database = TestDatabase.h2();
    private final Rig rig = new Rig(database);
    private final SignIn signIn = rig.signIn();

    @Test
    void aRightPasswordGivesTheRoleOfNowAndIsTakenDown() {
        rig.add("Lena", Role.OPERATOR);
        rig.clock.advance(Duration.ofHours(3));
        Authentication who = enter("lena", Rig.PASSWORD);

        assertThat(who.getName()).isEqualTo("Lena");
        assertThat(who.getAuthorities())
                .extracting("authority")
                .containsExactlyInAnyOrder("ROLE_VIEWER", "ROLE_OPERATOR");
        assertThat(who.getCredentials()).isNull();
        assertThat(rig.named("lena").signedInAt()).isEqualTo(rig.clock.instant());
        assertThat(rig.named("lena").version()).as("a sign-in is no change").isEqualTo(1);
    }

    @Test
    void aWrongPasswordAnUnknownNameAndADisabledAccountAreRefused() {
        Account lena = rig.add("lena", Role.OPERATOR);
        rig.change(Wish.of(Change.DISABLE, lena.id(), 1));

        assertThat(refused("lena", "wrong")).isInstanceOf(BadCredentialsException.class);
        assertThat(refused("nobody", "nobody")).isInstanceOf(BadCredentialsException.class);
        assertThat(refused("lena", Rig.PASSWORD)).isInstanceOf(DisabledException.class);
    }

    @Test
    void anUnknownNameCostsTheSameWorkAsAKnownOne() {
        List<String> asked = new ArrayList<>();
        PasswordEncoder counting = new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                return rig.passwords.encode(password);
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                asked.add(String.valueOf(hash).replaceAll("(\\}.{7}).*", "$1"));
                return rig.passwords.matches(password, hash);
            }
        };
        rig.add("lena", Role.OPERATOR);
        SignIn counted = new SignIn(
                rig.accounts, counting, rig.brake, new Arrivals(rig.accounts, database, rig.passwords, rig.clock));
        for (String name : List.of("lena", "nobody")) {
            counted.authenticate(token(name, "wrong"))
                    .onErrorComplete()
                    .toFuture()
                    .join();
        }

        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).isEqualTo(asked.get(1)).startsWith("{bcrypt-sha512}$2a$10");
    }

    @Test
    void guessingIsSlowedForAccountsOfTheDatabaseToo() {
        rig.add("lena", Role.OPERATOR);
        for (int i = 0; i < 5; i++) {
            refused("lena", "wrong");
        }

        assertThat(refused("Lena", Rig.PASSWORD)).isInstanceOf(LockedException.class);
        rig.clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(enter("lena", Rig.PASSWORD).isAuthenticated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bcrypt", "pbkdf2"})
    void anOlderHashStaysValidAndIsMadeAnewAtTheNextSignIn(String method) {
        PasswordEncoder encoder = method.equals("bcrypt")
                ? new BCryptPasswordEncoder(4)
                : Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        String old = "{" + method + "}" + encoder.encode(Rig.PASSWORD);
        Rig.now(rig.changes.add(Actor.NORDWAND, "lena", Role.VIEWER, old, false));

        Authentication first = enter("lena", Rig.PASSWORD);
        until(() -> !rig.named("lena").hash().equals(old));

        assertThat(rig.named("lena").hash()).startsWith("{bcrypt-sha512}");
        assertThat(rig.again().named("lena").hash()).isEqualTo(rig.named("lena").hash());
        assertThat(rig.accounts.current(first)).as("the session goes on").isPresent();
        assertThat(enter("lena", Rig.PASSWORD).isAuthenticated()).isTrue();
    }

    @Test
    void everyCharacterOfALongPasswordCounts() {
        String stem = "north face ".repeat(40);
        String hash = String.valueOf(rig.passwords.encode(stem + "a"));

        assertThat(rig.passwords.matches(stem + "a", hash)).isTrue();
        assertThat(rig.passwords.matches(stem + "b", hash)).isFalse();
        assertThat(rig.passwords.upgradeEncoding(hash)).isFalse();
    }

    private Authentication enter(String name, String password) {
        return Rig.now(signIn.authenticate(token(name, password)));
    }

    private Throwable refused(String name, String password) {
        try {
            enter(name, password);
            throw new AssertionError(name + " was let in");
        } catch (CompletionException refused) {
            return Objects.requireNonNull(refused.getCause());
        }
    }

    static Authentication token(String name, String password) {
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        token.setDetails("10.0.0.1");
        return token;
    }

    /** For what goes on apart from whoever asked: each change is announced, so nobody has to look again and again. */
    private void until(java.util.function.BooleanSupplier done) {
        rig.accounts
                .updates()
                .filter(roster -> done.getAsBoolean())
                .next()
                .timeout(Duration.ofSeconds(20))
                .toFuture()
                .join();
    }
}
