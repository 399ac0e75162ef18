package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names things for people where Eiger left a name out. */
final class Wording {

    /** Characters of one line of the log; titles come as long as they like. */
    private static final int LONGEST = 1000;

    private Wording() {}

    /** The build's title, or the first eight characters of its id. */
    static String title(@Nullable Build build) {
        if (build == null) {
            return "?";
        }
        return build.title().isBlank()
                ? first8(build.id().value())
                : build.title().strip();
    }

    /** The title of an entry's build, or the first eight characters of the entry's own id. */
    static String title(QueueEntry entry) {
        return entry.build() == null ? first8(entry.id().value()) : title(entry.build());
    }

    /** The title of an entry as the printer's queue was last read, or the first eight characters of its id. */
    static String title(Printer printer, EntryId id) {
        if (printer.queue() == null) {
            return first8(id.value());
        }
        return printer.queue().entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .map(Wording::title)
                .orElseGet(() -> first8(id.value()));
    }

    /** Queues as somebody saw them, for the audit. */
    static String queues(Map<PrinterId, List<EntryId>> seen) {
        return seen.entrySet().stream()
                .map(each -> each.getKey() + ": "
                        + each.getValue().stream().map(EntryId::value).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** For the log: what was asked for. */
    static String begun(Action action) {
        return oneLine("%s asks to %s at %s (%s): build %s, entries %s, %d steps [%s]"
                .formatted(
                        action.by(),
                        action.operation().key(),
                        action.printerName(),
                        action.printer(),
                        action.build(),
                        action.entries(),
                        action.steps().size(),
                        action.id()));
    }

    /** For the log: what became of it. */
    static String ended(Action action) {
        return oneLine("%s \"%s\" by %s at %s ended %s: %s%s [%s]"
                .formatted(
                        action.operation().key(),
                        action.subject(),
                        action.by(),
                        action.printerName(),
                        action.stage(),
                        action.standing(),
                        action.detail() == null ? "" : ", " + action.detail(),
                        action.id()));
    }

    /** For logs: foreign text can't break or forge lines. */
    static String oneLine(@Nullable Object foreign) {
        String line = String.valueOf(foreign).replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST / 2) + " … " + line.substring(line.length() - LONGEST / 2);
    }

    /** The beginning of an id, for what has no other name. */
    static String first8(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }
}
