package io.nordwand.farm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is known of the farm at one moment; replaced whole, never changed.
 *
 * @param revision grows with every replacement, also over restarts
 * @param printers all printers in the order of Eiger's answer
 * @param freshness how current this is
 */
public record Farm(long revision, Map<PrinterId, Printer> printers, Freshness freshness) {
    public Farm {
        printers = Collections.unmodifiableMap(new LinkedHashMap<>(printers));
    }

    /** Before the first poll: nothing is known. */
    public static Farm none() {
        return new Farm(0, Map.of(), Freshness.none());
    }

    /** A farm of these printers. */
    public static Farm of(long revision, List<Printer> printers, Freshness freshness) {
        return new Farm(
                revision,
                printers.stream()
                        .collect(Collectors.toMap(Printer::id, Function.identity(), (a, b) -> b, LinkedHashMap::new)),
                freshness);
    }

    /** The printer with this id, if the farm has it. */
    public Optional<Printer> printer(PrinterId id) {
        return Optional.ofNullable(printers.get(id));
    }
}
