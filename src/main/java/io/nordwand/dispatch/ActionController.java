package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueEntry;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/**
 * The actions themselves: POST, then back to the printer's page, which shows how far they got. A request that may not
 * act gets a page that says that nothing was sent, and why.
 */
@Page
@Access(Role.OPERATOR)
@RequestMapping("/printers/{id}")
class ActionController {

    private final Actions actions;
    private final Dispatcher dispatcher;
    private final Dialogs dialogs;
    private final Dispatch dispatch;

    ActionController(Actions actions, Dispatcher dispatcher, Dialogs dialogs, Dispatch dispatch) {
        this.actions = actions;
        this.dispatcher = dispatcher;
        this.dialogs = dialogs;
        this.dispatch = dispatch;
    }

    @PostMapping("/add")
    Mono<Rendering> add(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> act(Operation.ADD, id, required(form, "build"), List.of(), form, exchange));
    }

    @PostMapping("/queue/{entry}/remove")
    Mono<Rendering> remove(@PathVariable String id, @PathVariable String entry, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> act(Operation.REMOVE, id, null, List.of(new EntryId(entry)), form, exchange));
    }

    @PostMapping("/clear")
    Mono<Rendering> clear(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            List<EntryId> entries = form.getOrDefault("entry", List.of()).stream()
                    .filter(value -> value != null && !value.isBlank())
                    .distinct()
                    .map(EntryId::new)
                    .toList();
            return entries.isEmpty()
                    ? Mono.just(back(new PrinterId(id)))
                    : act(Operation.CLEAR, id, null, entries, form, exchange);
        });
    }

    @PostMapping("/print")
    Mono<Rendering> print(@PathVariable String id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            String build = required(form, "build");
            String entry = form.getFirst("entry");
            List<EntryId> entries = entry == null || entry.isBlank() ? List.of() : List.of(new EntryId(entry));
            return form.getFirst("checked") == null
                    ? unticked(id, build, entries, exchange)
                    : act(Operation.PRINT, id, build, entries, form, exchange);
        });
    }

    /** Nobody has said that the bed is clear: ask again, send nothing. */
    private Mono<Rendering> unticked(String id, String build, List<EntryId> entries, ServerWebExchange exchange) {
        PrinterId printer = new PrinterId(id);
        @Nullable EntryId entry = entries.isEmpty() ? null : entries.get(0);
        return Mono.zip(dialogs.print(printer, new BuildId(build), entry, true), dispatch.forms(exchange, printer))
                .map(both -> Rendering.view("dispatch/print")
                        .status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .modelAttribute("dialog", both.getT1())
                        .modelAttribute("forms", both.getT2())
                        .build());
    }

    private Mono<Rendering> act(
            Operation operation,
            String id,
            @Nullable String build,
            List<EntryId> entries,
            MultiValueMap<String, String> form,
            ServerWebExchange exchange) {
        Printer printer = dialogs.printer(new PrinterId(id));
        String actionId = required(form, "actionId");
        return Mono.zip(exchange.getSession(), exchange.getPrincipal().map(Principal::getName))
                .map(both -> new Intent(
                        both.getT1().getId(),
                        actionId,
                        both.getT2(),
                        operation,
                        printer.id(),
                        build == null ? null : new BuildId(build),
                        entries))
                .map(intent -> actions.claim(intent, printer.report().displayName(), subject(printer, intent)))
                .flatMap(claim -> claim.fold(
                        action -> dispatcher.start(listed(printer, action)).thenReturn(back(printer.id())),
                        action -> Mono.just(back(printer.id())),
                        () -> Mono.just(notSent("stale", printer, null)),
                        other -> Mono.just(notSent("busy", printer, other))));
    }

    private static String subject(Printer printer, Intent intent) {
        return intent.operation() == Operation.REMOVE
                ? title(printer, intent.entries().get(0))
                : "";
    }

    private static Action listed(Printer printer, Action action) {
        return action.operation() != Operation.CLEAR
                ? action
                : action.with(action.entries().stream()
                        .map(entry -> new Step(entry, title(printer, entry), Step.Result.NOT_TRIED))
                        .toList());
    }

    private static String title(Printer printer, EntryId id) {
        List<QueueEntry> entries =
                printer.queue() == null ? List.of() : printer.queue().entries();
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .map(Wording::title)
                .orElseGet(() -> id.value().substring(0, Math.min(8, id.value().length())));
    }

    private static Rendering back(PrinterId printer) {
        return Rendering.redirectTo("/printers/" + UriUtils.encodePathSegment(printer.value(), "UTF-8"))
                .status(HttpStatus.SEE_OTHER)
                .propagateQuery(false)
                .build();
    }

    private static Rendering notSent(String why, Printer printer, @Nullable Action other) {
        return Rendering.view("dispatch/not-sent")
                .status(HttpStatus.CONFLICT)
                .modelAttribute("why", why)
                .modelAttribute("printer", printer)
                .modelAttribute("other", other == null ? "" : other)
                .build();
    }

    private static String required(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        if (value == null || value.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form lacks " + name);
        }
        return Objects.requireNonNull(value);
    }
}
