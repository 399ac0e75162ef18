package io.nordwand.account;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a password that somebody chooses has to be. Length is what counts; beyond that only what guessers try first is
 * refused.
 */
final class PasswordRules {

    /** Fewest characters. */
    static final int SHORTEST = 12;

    /** Most characters that are taken, so that nobody can keep the server busy with hashing. */
    static final int LONGEST = 512;

    /** In lower case and without what is not a letter or digit; only what is long enough to pass otherwise. */
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "1234567890123456",
            "123123123123",
            "121212121212",
            "qwertyuiopas",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiopasdfghjkl",
            "1qaz2wsx3edc",
            "1q2w3e4r5t6y",
            "qazwsxedcrfv",
            "abcdefghijkl",
            "password1234",
            "password12345",
            "password123456",
            "passwordpassword",
            "passw0rd1234",
            "administrator",
            "administrator1",
            "changemechangeme",
            "changemenow1",
            "letmeinletmein",
            "iloveyouiloveyou",
            "welcome12345",
            "welcome123456",
            "markforged123",
            "markforged1234",
            "nordwandnordwand",
            "correcthorsebatterystaple");

    private static final Pattern SAME_OVER_AND_OVER = Pattern.compile("(.{1,3})\\1+.{0,2}", Pattern.DOTALL);
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PasswordRules() {}

    /** Why this cannot be the password of somebody of this name; null when it can. */
    static @Nullable Refusal against(String name, String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Refusal.PASSWORD_SHORT;
        }
        if (password.length() > LONGEST) {
            return Refusal.PASSWORD_LONG;
        }
        // A name of a letter or two is in many a good password.
        String key = Account.key(name);
        if (lower.equals(key) || (key.length() > 3 && lower.contains(key) && lower.length() - key.length() < 8)) {
            return Refusal.PASSWORD_NAME;
        }
        boolean common = COMMON.contains(SIGNS.matcher(lower).replaceAll(""))
                || SAME_OVER_AND_OVER.matcher(lower).matches();
        return common ? Refusal.PASSWORD_COMMON : null;
    }
}
