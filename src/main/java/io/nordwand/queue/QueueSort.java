package io.nordwand.queue;

import io.nordwand.web.NaturalOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Order of the queues; what can't be told stays at the end. */
enum QueueSort {
    NAME,
    /** First through first. */
    EMPTY,
    /** First short of material first. */
    SHORT,
    /** Most jobs first. */
    LONGEST;

    private static final Comparator<Lane> BY_NAME =
            Comparator.comparing(Lane::sortName, NaturalOrder.FOLDED).thenComparing(Lane::elementId);

    /** The word in URLs and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static QueueSort from(String key) {
        return Arrays.stream(values())
                .filter(sort -> sort.key().equals(key))
                .findFirst()
                .orElse(NAME);
    }

    Comparator<Lane> comparator() {
        return switch (this) {
            case NAME -> BY_NAME;
            case EMPTY -> known(Lane::freeAt);
            case SHORT -> Comparator.comparing((Lane lane) -> !lane.lacking()).thenComparing(known(Lane::lacksAt));
            case LONGEST ->
                Comparator.comparing((Lane lane) -> -lane.items().size()).thenComparing(BY_NAME);
        };
    }

    private static Comparator<Lane> known(Function<Lane, @Nullable Instant> time) {
        return Comparator.<Lane, Instant>comparing(time, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(BY_NAME);
    }
}
