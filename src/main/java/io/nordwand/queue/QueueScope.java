package io.nordwand.queue;

import java.util.Arrays;
import java.util.Locale;

/** Which printers are listed. */
enum QueueScope {
    /** Those that have a job or something in their queue, or whose queue is not known. */
    WORK,
    /** Those that are short of material, or need another. */
    SHORT,
    ALL;

    /** The word in URLs and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static QueueScope from(String key) {
        return Arrays.stream(values())
                .filter(scope -> scope.key().equals(key))
                .findFirst()
                .orElse(WORK);
    }

    boolean admits(Lane lane) {
        return switch (this) {
            case WORK -> lane.busy();
            case SHORT -> lane.lacking();
            case ALL -> true;
        };
    }
}
