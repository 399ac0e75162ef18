package io.nordwand.farm;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares materials as words, which is all that Eiger gives (field note 38). */
public final class MaterialName {

    private static final Pattern SIGNS = Pattern.compile("[™®]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private MaterialName() {}

    /** Whether both name the same: ™ and ®, case and spaces make no difference; null, blank and "None" are one. */
    public static boolean same(@Nullable String one, @Nullable String other) {
        return key(one).equals(key(other));
    }

    /** The same text for all spellings of a material; blank for none. */
    public static String key(@Nullable String name) {
        if (name == null) {
            return "";
        }
        String plain = SPACES.matcher(SIGNS.matcher(name).replaceAll("")).replaceAll(" ");
        String key = plain.strip().toLowerCase(Locale.ROOT);
        return key.equals("none") ? "" : key;
    }
}
