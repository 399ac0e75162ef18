package io.nordwand.account;

import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * The password hashes that are accepted, each with its method in front, and passwords by chance. New ones are made by
 * {@link WholeBcrypt}; an account whose hash is another one gets a new one when it signs in.
 */
final class Passwords {

    private static final String NEWEST = "bcrypt-sha512";
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final SecureRandom CHANCE = new SecureRandom();

    private static final Map<String, PasswordEncoder> METHODS = Map.of(
            NEWEST,
            new WholeBcrypt(),
            "bcrypt",
            new BCryptPasswordEncoder(),
            "pbkdf2",
            Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8());

    private Passwords() {}

    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder(NEWEST, METHODS);
    }

    /** Whether this is a hash of a method that we have, not a password as such. */
    static boolean isHash(@Nullable String password) {
        return password != null
                && METHODS.keySet().stream()
                        .anyMatch(method ->
                                password.startsWith("{" + method + "}") && password.length() > method.length() + 20);
    }

    /** A password by chance of 79 bits, in groups that can be read out to somebody: {@code h7km-2xqa-…}. */
    static String random() {
        return Stream.generate(Passwords::group).limit(4).collect(Collectors.joining("-"));
    }

    private static String group() {
        StringBuilder group = new StringBuilder(4);
        while (group.length() < 4) {
            group.append(ALPHABET.charAt(CHANCE.nextInt(ALPHABET.length())));
        }
        return group.toString();
    }
}
