package io.nordwand.dispatch;

import io.nordwand.audit.Actors;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Jobs change their place: where to, the plan, then the plan is carried out. Only the last of these changes anything; the
 * order of a long queue is posted before as well, since an address can't hold it.
 */
@Page
@Access(Role.OPERATOR)
@RequestMapping("/printers/{id}")
class PlanController {

    private static final int END = Integer.MAX_VALUE;

    private final Actions actions;
    private final Dispatcher dispatcher;
    private final Dialogs dialogs;
    private final Plans plans;
    private final Answers answers;

    PlanController(Actions actions, Dispatcher dispatcher, Dialogs dialogs, Plans plans, Answers answers) {
        this.actions = actions;
        this.dispatcher = dispatcher;
        this.dialogs = dialogs;
        this.plans = plans;
        this.answers = answers;
    }

    @GetMapping("/queue/{entry}/move")
    Mono<Rendering> move(@PathVariable String id, @PathVariable String entry, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        EntryId entryId = new EntryId(Field.id(entry, "entry"));
        return answers.dialog("dispatch/move", plans.move(printer, entryId), printer, exchange);
    }

    @GetMapping("/queue/order")
    Mono<Rendering> order(@PathVariable String id, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        return answers.dialog("dispatch/order", plans.order(printer, List.of()), printer, exchange);
    }

    /** The list with one job a place further up or down; for browsers that can't do that by themselves. */
    @PostMapping("/queue/order")
    Mono<Rendering> step(@PathVariable String id, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        return exchange.getFormData()
                .flatMap(
                        form -> answers.dialog("dispatch/order", plans.order(printer, moved(form)), printer, exchange));
    }

    /** The plan for one job: to a place of its queue, or to another printer. */
    @GetMapping("/queue/plan")
    Mono<Rendering> plan(
            @PathVariable String id,
            @RequestParam String entry,
            @RequestParam String to,
            @RequestParam(required = false) @Nullable Integer place,
            ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        EntryId entryId = new EntryId(Field.id(entry, "entry"));
        Printer target = dialogs.printer(Field.id(to, "to"));
        Mono<PlanDialog> plan = target.id().equals(printer.id())
                ? plans.place(printer, entryId, place == null ? END : place)
                : plans.move(printer, List.of(entryId), target);
        return answers.dialog("dispatch/plan", plan, printer, exchange);
    }

    /** The plan for the whole queue, or for several of its jobs. */
    @PostMapping("/queue/plan")
    Mono<Rendering> planAll(@PathVariable String id, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        return exchange.getFormData().flatMap(form -> {
            if (form.getFirst("move") == null) {
                return answers.dialog("dispatch/plan", plans.reorder(printer, ids(form, "order")), printer, exchange);
            }
            List<EntryId> picked = ids(form, "pick");
            Printer target = dialogs.printer(Field.required(form, "to"));
            return picked.isEmpty() || target.id().equals(printer.id())
                    ? Mono.just(answers.notSent(Denial.of(Denial.Reason.EMPTY), printer, exchange))
                    : answers.dialog("dispatch/plan", plans.move(printer, picked, target), printer, exchange);
        });
    }

    /** Carries out the plan that was shown. */
    @PostMapping("/plan")
    Mono<Rendering> act(@PathVariable String id, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        return Mono.zip(exchange.getFormData(), exchange.getSession(), Actors.of(exchange))
                .flatMap(all -> {
                    MultiValueMap<String, String> form = all.getT1();
                    Optional<PrinterId> to = PlanForm.to(form)
                            .filter(other -> !other.equals(printer.id()))
                            .map(PrinterId::value)
                            .map(dialogs::printer)
                            .map(Printer::id);
                    List<Step> steps = PlanForm.steps(form, printer.id());
                    Intent intent = Intent.of(
                                    all.getT2().getId(),
                                    Field.required(form, "actionId"),
                                    all.getT3(),
                                    to.isPresent() ? Operation.MOVE : Operation.REORDER,
                                    printer.id(),
                                    null,
                                    PlanForm.entries(steps))
                            .with(steps, Seen.of(form))
                            .seeing(Wording.queues(Seen.of(form)));
                    return actions.claim(intent, printer)
                            .fold(
                                    started -> dispatcher
                                            .start(started.get(0))
                                            .thenReturn(answers.back(printer.id(), exchange)),
                                    repeated -> Mono.just(answers.back(printer.id(), exchange)),
                                    denial -> Mono.just(answers.notSent(denial, printer, exchange)));
                });
    }

    private static List<EntryId> ids(MultiValueMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of()).stream()
                .map(value -> new EntryId(Field.id(value, name)))
                .distinct()
                .toList();
    }

    /** The order of the form after the one button that was pressed. */
    private static List<EntryId> moved(MultiValueMap<String, String> form) {
        List<EntryId> order = new ArrayList<>(ids(form, "order"));
        swap(order, form.getFirst("up"), -1);
        swap(order, form.getFirst("down"), 1);
        return order;
    }

    private static void swap(List<EntryId> order, @Nullable String entry, int by) {
        if (entry == null) {
            return;
        }
        int at = order.indexOf(new EntryId(Field.id(entry, "entry")));
        if (at >= 0 && at + by >= 0 && at + by < order.size()) {
            Collections.swap(order, at, at + by);
        }
    }
}
