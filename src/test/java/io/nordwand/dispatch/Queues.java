package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.build;
import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.Trouble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Queues behind a fake Eiger that really change with what is sent; entries are called {@code <printer>-<title>}. */
final class Queues {

    private final FakeEiger eiger;
    private final Map<PrinterId, List<QueueEntry>> entries = new LinkedHashMap<>();
    private final Map<PrinterId, Printer> printers = new LinkedHashMap<>();
    private int made;

    Queues(FakeEiger eiger) {
        this.eiger = eiger;
        eiger.appending = (printer, build) -> Mono.fromSupplier(() -> append(printer, build));
        eiger.removing = this::remove;
    }

    static PrinterId id(String printer) {
        return new PrinterId("id-" + printer);
    }

    Queues with(String name, String... titles) {
        Printer printer = printer(name);
        printers.put(printer.id(), printer);
        entries.put(
                printer.id(),
                new ArrayList<>(Arrays.stream(titles)
                        .map(title -> entry(name + "-" + title, build(title)))
                        .toList()));
        show();
        return this;
    }

    /** The printer is taken out of the organization. */
    void leave(String name) {
        printers.remove(id(name));
        show();
    }

    private static QueueEntry entry(String id, @Nullable Build build) {
        return new QueueEntry(new EntryId(id), "Queued", FarmFixtures.NOW, build, null);
    }

    EntryId append(PrinterId printer, BuildId build) {
        made++;
        QueueEntry entry = entry("new-" + made, build(build.value().replaceFirst("^build-", "")));
        queue(printer).add(entry);
        show();
        return entry.id();
    }

    Mono<Void> remove(PrinterId printer, EntryId entry) {
        return Mono.defer(() -> take(printer, entry)
                ? Mono.empty()
                : Mono.error(new FarmException(new Trouble.NotFound("No such entry.", null))));
    }

    boolean take(PrinterId printer, EntryId entry) {
        boolean gone = queue(printer).removeIf(each -> each.id().equals(entry));
        show();
        return gone;
    }

    /** Somebody adds a job whose build Eiger does not name. */
    void nameless(PrinterId printer) {
        made++;
        queue(printer).add(entry("new-" + made, null));
        show();
    }

    /** The printer takes the entry out of its queue and prints it. */
    void begin(PrinterId printer, EntryId entry) {
        QueueEntry found = queue(printer).stream()
                .filter(each -> each.id().equals(entry))
                .findFirst()
                .orElseThrow();
        String title = found.build() == null ? "?" : found.build().title();
        printers.put(printer, printing(printer.value().replaceFirst("^id-", ""), title));
        take(printer, entry);
    }

    private List<QueueEntry> queue(PrinterId printer) {
        return Objects.requireNonNull(entries.get(printer), "a printer of these");
    }

    boolean idle(PrinterId printer) {
        return Objects.requireNonNull(printers.get(printer)).report().activeJob() == null;
    }

    List<String> ids(String printer) {
        return queue(id(printer)).stream().map(each -> each.id().value()).toList();
    }

    List<String> titles(String printer) {
        return queue(id(printer)).stream()
                .map(each -> each.build() == null ? "?" : each.build().title())
                .toList();
    }

    /** How many jobs of that build there are, waiting or printed. */
    long jobs(String title) {
        long waiting = entries.keySet().stream()
                .flatMap(printer -> queue(printer).stream())
                .filter(each -> each.build() != null && each.build().title().equals(title))
                .count();
        long printed = printers.values().stream()
                .filter(printer -> Reading.worksOn(printer.report().activeJob(), new BuildId("build-" + title)))
                .count();
        return waiting + printed;
    }

    private void show() {
        eiger.show(printers.values().stream().map(this::filled).toArray(Printer[]::new));
    }

    private Printer filled(Printer printer) {
        return new Printer(
                printer.report(),
                printer.group(),
                printer.cautions(),
                printer.since(),
                printer.finishAt(),
                printer.lostWhilePrinting(),
                new PrintQueue(queue(printer.id()), FarmFixtures.NOW),
                printer.readAt());
    }
}
