package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The questions before an action: each is a page of its own, and the same fragment as a dialog over the printer page. */
@Page
@Access(Role.OPERATOR)
@RequestMapping("/printers/{id}")
class DialogController {

    private final Dialogs dialogs;
    private final Answers answers;

    DialogController(Dialogs dialogs, Answers answers) {
        this.dialogs = dialogs;
        this.answers = answers;
    }

    @GetMapping("/add")
    Mono<Rendering> add(
            @PathVariable String id, @RequestParam(defaultValue = "") String q, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        return answers.dialog("dispatch/add", dialogs.add(printer, q), printer, exchange);
    }

    /** Only the list, as it follows what is typed. */
    @GetMapping("/add/builds")
    Mono<Rendering> builds(
            @PathVariable String id, @RequestParam(defaultValue = "") String q, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        return answers.fragment("dispatch/add :: builds", dialogs.add(printer, q), printer, exchange);
    }

    @GetMapping("/clear")
    Mono<Rendering> clear(@PathVariable String id, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        return answers.dialog("dispatch/clear", dialogs.clear(printer), printer, exchange);
    }

    @GetMapping("/queue/{entry}/remove")
    Mono<Rendering> remove(@PathVariable String id, @PathVariable String entry, ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        EntryId entryId = new EntryId(Field.id(entry, "entry"));
        return answers.dialog("dispatch/remove", dialogs.remove(printer, entryId), printer, exchange);
    }

    @GetMapping("/print")
    Mono<Rendering> print(
            @PathVariable String id,
            @RequestParam String build,
            @RequestParam(required = false) @Nullable String entry,
            ServerWebExchange exchange) {
        Printer printer = dialogs.printer(id);
        BuildId buildId = new BuildId(Field.id(build, "build"));
        EntryId entryId = entry == null || entry.isBlank() ? null : new EntryId(Field.id(entry, "entry"));
        return answers.dialog("dispatch/print", dialogs.print(printer, buildId, entryId), printer, exchange);
    }
}
