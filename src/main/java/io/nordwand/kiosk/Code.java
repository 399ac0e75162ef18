package io.nordwand.kiosk;

import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a waiting screen shows and an administrator types: six characters, none of which is taken for another (no 0, 1, I
 * or O). A billion of them, of which each counts for ten minutes.
 */
final class Code {

    static final int LENGTH = 6;
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom CHANCE = new SecureRandom();

    private Code() {}

    /** A new one. */
    static String made() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** What somebody typed as a code, whatever the case, spaces and hyphens; null when it can't be one. */
    static @Nullable String read(@Nullable String typed) {
        if (typed == null || typed.length() > 40) {
            return null;
        }
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\u00a0\\p{Pd}]", "");
        return code.length() == LENGTH && code.chars().allMatch(each -> LETTERS.indexOf(each) >= 0) ? code : null;
    }

    /** As people read it, "7KX-42M". */
    static String written(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }
}
