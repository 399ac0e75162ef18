package io.nordwand.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** The password hashes that are accepted, each with its method in front. */
final class Passwords {

    private static final Map<String, PasswordEncoder> METHODS = Map.of(
            "bcrypt", new BCryptPasswordEncoder(), "pbkdf2", Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8());

    private Passwords() {}

    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", METHODS);
    }

    /** Whether this is a hash of a method that we have, not a password as such. */
    static boolean isHash(@Nullable String password) {
        return password != null
                && METHODS.keySet().stream()
                        .anyMatch(method ->
                                password.startsWith("{" + method + "}") && password.length() > method.length() + 20);
    }
}
