package io.nordwand.dispatch;

import io.nordwand.audit.Actors;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The actions themselves: POST, then back to the printer's page, which shows how far they got. A request that may not
 * act is told that nothing was sent, and why.
 */
@Page
@Access(Role.OPERATOR)
@RequestMapping("/printers/{id}")
class ActionController {

    private final Actions actions;
    private final Dispatcher dispatcher;
    private final Dialogs dialogs;
    private final Answers answers;

    ActionController(Actions actions, Dispatcher dispatcher, Dialogs dialogs, Answers answers) {
        this.actions = actions;
        this.dispatcher = dispatcher;
        this.dialogs = dialogs;
        this.answers = answers;
    }

    @PostMapping("/add")
    Mono<Rendering> add(@PathVariable String id, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        return exchange.getFormData()
                .flatMap(form -> act(
                        Operation.ADD, printer, new BuildId(Field.required(form, "build")), List.of(), form, exchange));
    }

    @PostMapping("/queue/{entry}/remove")
    Mono<Rendering> remove(@PathVariable String id, @PathVariable String entry, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        List<EntryId> entries = List.of(new EntryId(Field.id(entry, "entry")));
        return exchange.getFormData().flatMap(form -> act(Operation.REMOVE, printer, null, entries, form, exchange));
    }

    @PostMapping("/clear")
    Mono<Rendering> clear(@PathVariable String id, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        return exchange.getFormData().flatMap(form -> {
            List<EntryId> shown = entries(form);
            return shown.isEmpty()
                    ? Mono.just(answers.notSent(Denial.of(Denial.Reason.EMPTY), printer, exchange))
                    : act(Operation.CLEAR, printer, null, shown, form, exchange);
        });
    }

    @PostMapping("/print")
    Mono<Rendering> print(@PathVariable String id, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        return exchange.getFormData().flatMap(form -> {
            BuildId build = new BuildId(Field.required(form, "build"));
            List<EntryId> entry = entries(form).stream().limit(1).toList();
            String again = actions.used(form.getFirst("actionId")) ? null : again(form, printer);
            if (again == null) {
                return act(Operation.PRINT, printer, build, entry, form, exchange);
            }
            @Nullable EntryId from = entry.isEmpty() ? null : entry.get(0);
            return answers.again(
                    "dispatch/print",
                    dialogs.print(printer, build, from).map(dialog -> dialog.again(again)),
                    printer,
                    exchange);
        });
    }

    /**
     * Why to ask again before a start, or null: somebody has to have said that the bed is clear (and after a start of
     * unknown outcome that they have looked), and the printer must not have changed since they said so.
     */
    private @Nullable String again(MultiValueMap<String, String> form, Printer printer) {
        boolean looked = actions.unconfirmed(printer.id()) == null || form.getFirst("looked") != null;
        if (form.getFirst("checked") == null || !looked) {
            return "dispatch.print.unticked";
        }
        boolean same = printer.since().at().toString().equals(form.getFirst("since"));
        return same ? null : "dispatch.print.changed";
    }

    private static List<EntryId> entries(MultiValueMap<String, String> form) {
        return form.getOrDefault("entry", List.of()).stream()
                .filter(value -> value != null && !value.isBlank())
                .distinct()
                .map(value -> new EntryId(Field.id(value, "entry")))
                .toList();
    }

    /** Decides and starts in one step, so that nothing can come between a granted claim and its action. */
    private Mono<Rendering> act(
            Operation operation,
            Printer printer,
            @Nullable BuildId build,
            List<EntryId> entries,
            MultiValueMap<String, String> form,
            ServerWebExchange exchange) {
        String actionId = Field.required(form, "actionId");
        return Mono.zip(exchange.getSession(), Actors.of(exchange))
                .map(both -> Intent.of(
                        both.getT1().getId(), actionId, both.getT2(), operation, printer.id(), build, entries))
                .flatMap(intent -> actions.claim(intent, printer)
                        .fold(
                                started -> dispatcher
                                        .start(started.get(0))
                                        .thenReturn(answers.back(printer.id(), exchange)),
                                repeated -> Mono.just(answers.back(printer.id(), exchange)),
                                denial -> Mono.just(answers.notSent(denial, printer, exchange))));
    }
}
