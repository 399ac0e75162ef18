package io.nordwand.eiger;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which ids are worth anything. */
final class Ids {

    private static final String NIL = "00000000-0000-0000-0000-000000000000";
    private static final int LONGEST = 200;
    private static final Pattern SENDABLE = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private Ids() {}

    /**
     * The id, or null when it is missing, blank, longer than any id or the nil id of placeholders (field note 45). What is
     * longer could not be stored as a key, and would keep everything beside it from being stored.
     */
    static @Nullable String known(@Nullable String id) {
        return id == null
                        || id.isBlank()
                        || id.strip().length() > LONGEST
                        || id.strip().equals(NIL)
                ? null
                : id.strip();
    }

    /**
     * Whether the id may stand in a request's path. Ids reach us through our own addresses, and a dot or slash in one
     * could lead the request elsewhere.
     */
    static boolean sendable(String id) {
        return SENDABLE.matcher(id).matches() && !id.equals(NIL);
    }

    /** Whether an answer is about what was asked for. */
    static boolean same(@Nullable String answered, String asked) {
        String id = known(answered);
        return id != null && id.equalsIgnoreCase(asked);
    }
}
