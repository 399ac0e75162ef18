package io.nordwand.dispatch;

import io.nordwand.farm.PrinterId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ledgers of all printers; an action that touches several stands in each of theirs. */
final class Ledgers {

    private final Map<PrinterId, Ledger> byPrinter = new ConcurrentHashMap<>();

    Ledger of(PrinterId printer) {
        return byPrinter.getOrDefault(printer, Ledger.EMPTY);
    }

    void put(Action action, Instant oldest) {
        action.printers()
                .forEach(each -> byPrinter.compute(
                        each, (printer, ledger) -> (ledger == null ? Ledger.EMPTY : ledger).with(action, oldest)));
    }

    /** The action as it stands now. */
    Action latest(Action action) {
        Action found = of(action.printer()).find(action.id());
        return found == null ? action : found;
    }

    /** The action that must end at one of these printers before another may begin, or null. */
    @Nullable
    Action blocking(Operation wanted, Set<PrinterId> printers) {
        return printers.stream()
                .map(printer -> of(printer).blocking(wanted))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The action of that id, as long as it is remembered. */
    Optional<Action> find(String id) {
        return byPrinter.values().stream()
                .flatMap(ledger -> Stream.ofNullable(ledger.find(id)))
                .findFirst();
    }

    /** All of them. */
    Collection<Ledger> all() {
        return byPrinter.values();
    }

    /** Everything that has not ended. */
    List<Action> open() {
        return byPrinter.values().stream()
                .flatMap(ledger -> ledger.open().stream())
                .distinct()
                .toList();
    }

    /** Everything that is open or ended after that moment, the latest first. */
    List<Action> latest(Instant moment) {
        return byPrinter.values().stream()
                .flatMap(ledger -> ledger.actions().stream())
                .filter(action -> !action.stage().ended() || action.changedAt().isAfter(moment))
                .distinct()
                .sorted(Comparator.comparing(Action::startedAt).reversed())
                .toList();
    }
}
