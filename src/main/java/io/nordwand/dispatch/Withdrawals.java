package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks for a build in all queues of the farm. */
@Component
class Withdrawals {

    /** So long the page waits; what was not read by then is named. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What somebody else had read within this time is as good as read afresh. */
    private static final Duration NEW = Duration.ofSeconds(5);
    /** Readings at a time. */
    private static final int AT_ONCE = 4;

    private record Read(
            Printer printer, Optional<WithdrawDialog.Queue> queue, Optional<WithdrawDialog.Unread> unread) {}

    private final Farms farms;
    private final Sends sends;

    Withdrawals(Farms farms, Sends sends) {
        this.farms = farms;
        this.sends = sends;
    }

    /** The place of all forms that take this build out. */
    static String place(BuildId build) {
        return "withdraw " + build.value();
    }

    /** All entries of the build; always emits. */
    Mono<WithdrawDialog> dialog(BuildId build) {
        List<Printer> printers = farms.current().printers().values().stream()
                .filter(Withdrawals::mayHold)
                .sorted(Comparator.comparing(printer -> printer.report().displayName(), String.CASE_INSENSITIVE_ORDER))
                .toList();
        Mono<List<Read>> readings = Flux.fromIterable(printers)
                .flatMap(printer -> read(printer, build), AT_ONCE)
                .take(PATIENCE)
                .collectList();
        return Mono.zip(readings, sends.title(build), (read, title) -> dialog(build, title, printers, read));
    }

    /** Not where the last reading and what Eiger counts at each poll agree that nothing waits. */
    private static boolean mayHold(Printer printer) {
        Integer hint = printer.report().queueLength();
        boolean empty = printer.queue() != null && printer.queue().entries().isEmpty();
        return !(empty && hint != null && hint == 0);
    }

    private Mono<Read> read(Printer printer, BuildId build) {
        return farms.refreshIfOlderThan(printer.id(), NEW)
                .map(reading -> new Read(
                        printer, Optional.ofNullable(WithdrawDialog.queue(printer, reading, build)), Optional.empty()))
                .onErrorResume(
                        FarmException.class,
                        error -> Mono.just(new Read(
                                printer,
                                Optional.empty(),
                                Optional.of(WithdrawDialog.unread(
                                        printer, build, error.trouble().sentence())))));
    }

    private static WithdrawDialog dialog(BuildId build, String title, List<Printer> printers, List<Read> read) {
        Set<PrinterId> done = read.stream().map(each -> each.printer().id()).collect(Collectors.toSet());
        List<WithdrawDialog.Unread> unread = new ArrayList<>(
                read.stream().flatMap(each -> each.unread().stream()).toList());
        printers.stream()
                .filter(printer -> !done.contains(printer.id()))
                .forEach(printer -> unread.add(WithdrawDialog.unread(printer, build, "")));
        List<WithdrawDialog.Queue> queues = read.stream()
                .flatMap(each -> each.queue().stream())
                .sorted(Comparator.comparing(queue -> printers.indexOf(queue.printer())))
                .toList();
        return new WithdrawDialog(build, named(queues, title), queues, unread, false, List.of());
    }

    /** What the queues call it, where the list of builds does not know it. */
    private static String named(List<WithdrawDialog.Queue> queues, String title) {
        return queues.isEmpty()
                ? title
                : Wording.title(queues.get(0).rows().get(0).entry());
    }
}
