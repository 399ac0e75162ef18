package io.nordwand.database;

import org.jspecify.annotations.Nullable;

/** Text as every database can store it. */
public final class StorableText {

    private StorableText() {}

    /**
     * The text without what PostgreSQL can't store: NUL and halves of characters, which only a broken sender would write,
     * become U+FFFD.
     */
    public static @Nullable String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        boolean odd = text.codePoints().anyMatch(StorableText::unstorable);
        return odd
                ? text.codePoints()
                        .map(c -> unstorable(c) ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private static boolean unstorable(int c) {
        return c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
