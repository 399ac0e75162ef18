package io.nordwand.dispatch;

import io.nordwand.farm.EntryId;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.QueueReading;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts together what people see before jobs change their place, from readings made for it. */
@Component
class Plans {

    private final Farms farms;
    private final Forecasts forecasts;
    private final Clock clock;

    Plans(Farms farms, Forecasts forecasts, Clock clock) {
        this.farms = farms;
        this.forecasts = forecasts;
        this.clock = clock;
    }

    /** Where one job could go. */
    Mono<MoveDialog> move(Printer printer, EntryId entry) {
        return Dialogs.told(
                farms.refresh(printer.id())
                        .map(now -> MoveDialog.of(
                                current(printer), entry, now, farms.current(), forecasts, clock.instant())),
                trouble -> MoveDialog.without(printer, entry, trouble));
    }

    /** The queue in the wanted order, or as it is. */
    Mono<OrderDialog> order(Printer printer, List<EntryId> wanted) {
        return Dialogs.told(
                farms.refresh(printer.id()).map(now -> OrderDialog.of(current(printer), now, wanted, others(printer))),
                trouble -> OrderDialog.without(printer, trouble));
    }

    /** The plan for a new order. */
    Mono<PlanDialog> reorder(Printer printer, List<EntryId> wanted) {
        return Dialogs.told(
                farms.refresh(printer.id()).map(now -> PlanDialog.reorder(current(printer), now, wanted, forecasts)),
                trouble -> PlanDialog.without(Operation.REORDER, printer, null, trouble));
    }

    /** The plan that brings one job to that place of its queue, counted from 1; beyond the last it is the end. */
    Mono<PlanDialog> place(Printer printer, EntryId entry, int place) {
        return Dialogs.told(
                farms.refresh(printer.id()).map(now -> {
                    List<EntryId> wanted = new ArrayList<>(
                            now.queue().entries().stream().map(QueueEntry::id).toList());
                    if (wanted.remove(entry)) {
                        wanted.add(Math.min(Math.max(place, 1) - 1, wanted.size()), entry);
                    } else {
                        wanted.add(entry);
                    }
                    return PlanDialog.reorder(current(printer), now, wanted, forecasts);
                }),
                trouble -> PlanDialog.without(Operation.REORDER, printer, null, trouble));
    }

    /** The plan that brings jobs to another printer. */
    Mono<PlanDialog> move(Printer printer, List<EntryId> entries, Printer target) {
        return Dialogs.told(
                Mono.zip(farms.refresh(printer.id()), farms.refresh(target.id()))
                        .map(both -> PlanDialog.move(
                                current(printer), both.getT1(), entries, current(target), both.getT2(), forecasts)),
                trouble -> PlanDialog.without(Operation.MOVE, printer, target, trouble));
    }

    /** What is left of an action, with the queues that matter as they are now. */
    Mono<LeftDialog> left(Action action, boolean last) {
        List<Left> left = Left.of(action);
        Set<PrinterId> printers = left.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.step()), Stream.ofNullable(each.copy())))
                .map(Step::printer)
                .collect(Collectors.toSet());
        return Dialogs.told(
                Flux.fromIterable(printers)
                        .flatMap(farms::refresh)
                        .collectList()
                        .map(readings -> LeftDialog.of(action, left, sorted(readings), last)),
                trouble -> LeftDialog.without(action, last, trouble));
    }

    /** The same by the queues as they were last read. */
    List<Left> leftAsRead(Action action) {
        List<QueueReading> readings = action.printers().stream()
                .flatMap(printer -> farms.current().printer(printer).stream())
                .flatMap(printer -> printer.queue() == null
                        ? Stream.<QueueReading>empty()
                        : Stream.of(new QueueReading(printer.report(), printer.queue())))
                .toList();
        return Left.against(Left.of(action), readings);
    }

    private static List<QueueReading> sorted(List<QueueReading> readings) {
        return readings.stream()
                .sorted(Comparator.comparing(reading -> reading.printer().displayName()))
                .toList();
    }

    private Printer current(Printer printer) {
        return Objects.requireNonNullElse(farms.current().printers().get(printer.id()), printer);
    }

    private List<Printer> others(Printer printer) {
        return farms.current().printers().values().stream()
                .filter(other -> !other.id().equals(printer.id()))
                .sorted(Comparator.comparing(other -> other.report().displayName(), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
