package io.nordwand.dispatch;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.PrinterId;
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

    private static final String PARTIAL = "HX-Request-Type=partial";

    private final Dialogs dialogs;
    private final Dispatch dispatch;

    DialogController(Dialogs dialogs, Dispatch dispatch) {
        this.dialogs = dialogs;
        this.dispatch = dispatch;
    }

    @GetMapping("/add")
    Mono<Rendering> add(
            @PathVariable String id, @RequestParam(defaultValue = "") String q, ServerWebExchange exchange) {
        return rendering("dispatch/add", dialogs.add(new PrinterId(id), q), id, exchange);
    }

    @GetMapping(path = "/add", headers = PARTIAL)
    Mono<Rendering> addDialog(
            @PathVariable String id, @RequestParam(defaultValue = "") String q, ServerWebExchange exchange) {
        return rendering("dispatch/add :: dialog", dialogs.add(new PrinterId(id), q), id, exchange);
    }

    @GetMapping("/add/builds")
    Mono<Rendering> addBuilds(
            @PathVariable String id, @RequestParam(defaultValue = "") String q, ServerWebExchange exchange) {
        return rendering("dispatch/add :: builds", dialogs.add(new PrinterId(id), q), id, exchange);
    }

    @GetMapping("/clear")
    Mono<Rendering> clear(@PathVariable String id, ServerWebExchange exchange) {
        return rendering("dispatch/clear", dialogs.clear(new PrinterId(id)), id, exchange);
    }

    @GetMapping(path = "/clear", headers = PARTIAL)
    Mono<Rendering> clearDialog(@PathVariable String id, ServerWebExchange exchange) {
        return rendering("dispatch/clear :: dialog", dialogs.clear(new PrinterId(id)), id, exchange);
    }

    @GetMapping("/print")
    Mono<Rendering> print(
            @PathVariable String id,
            @RequestParam String build,
            @RequestParam(required = false) @Nullable String entry,
            ServerWebExchange exchange) {
        return rendering("dispatch/print", question(id, build, entry), id, exchange);
    }

    @GetMapping(path = "/print", headers = PARTIAL)
    Mono<Rendering> printDialog(
            @PathVariable String id,
            @RequestParam String build,
            @RequestParam(required = false) @Nullable String entry,
            ServerWebExchange exchange) {
        return rendering("dispatch/print :: dialog", question(id, build, entry), id, exchange);
    }

    private Mono<PrintDialog> question(String id, String build, @Nullable String entry) {
        EntryId from = entry == null || entry.isBlank() ? null : new EntryId(entry);
        return dialogs.print(new PrinterId(id), new BuildId(build), from, false);
    }

    private Mono<Rendering> rendering(String view, Mono<?> dialog, String id, ServerWebExchange exchange) {
        return Mono.zip(dialog, dispatch.forms(exchange, new PrinterId(id)))
                .map(both -> Rendering.view(view)
                        .modelAttribute("dialog", both.getT1())
                        .modelAttribute("forms", both.getT2())
                        .build());
    }
}
