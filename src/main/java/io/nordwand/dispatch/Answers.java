package io.nordwand.dispatch;

import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/**
 * Answers in two ways: to htmx with a dialog that lies over the page, to everybody else with a page of its own that says
 * the same.
 */
@Component
class Answers {

    private final Dispatch dispatch;

    Answers(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** A question: the template's fragment {@code dialog} for htmx, else the whole page. */
    Mono<Rendering> dialog(String template, Mono<?> dialog, Printer printer, ServerWebExchange exchange) {
        return dialog(template, dialog, Tickets.at(printer.id()), exchange);
    }

    /** The same about a place of its own, which the forms' action id is given for. */
    Mono<Rendering> dialog(String template, Mono<?> dialog, String place, ServerWebExchange exchange) {
        boolean modal = "partial".equals(exchange.getRequest().getHeaders().getFirst("HX-Request-Type"));
        return question(template, modal, HttpStatus.OK, dialog, place, exchange).map(Rendering.Builder::build);
    }

    /** A part of a dialog. */
    Mono<Rendering> fragment(String view, Mono<?> dialog, Printer printer, ServerWebExchange exchange) {
        return fragment(view, dialog, Tickets.at(printer.id()), exchange);
    }

    /** The same about a place of its own. */
    Mono<Rendering> fragment(String view, Mono<?> dialog, String place, ServerWebExchange exchange) {
        return Mono.zip(dialog, dispatch.forms(exchange, place))
                .map(both -> Rendering.view(view)
                        .modelAttribute("dialog", both.getT1())
                        .modelAttribute("forms", both.getT2())
                        .build());
    }

    /** The question again, because the answer to it was not good enough. */
    Mono<Rendering> again(String template, Mono<?> dialog, Printer printer, ServerWebExchange exchange) {
        return again(template, dialog, Tickets.at(printer.id()), exchange);
    }

    /** The same about a place of its own. */
    Mono<Rendering> again(String template, Mono<?> dialog, String place, ServerWebExchange exchange) {
        return question(template, htmx(exchange), HttpStatus.UNPROCESSABLE_CONTENT, dialog, place, exchange)
                .map(view -> (htmx(exchange) ? overThePage(view) : view).build());
    }

    private Mono<Rendering.Builder<?>> question(
            String template,
            boolean modal,
            HttpStatus status,
            Mono<?> dialog,
            String place,
            ServerWebExchange exchange) {
        return Mono.zip(dialog, dispatch.forms(exchange, place))
                .map(both -> Rendering.view(modal ? template + " :: dialog" : template)
                        .status(status)
                        .modelAttribute("modal", modal)
                        .modelAttribute("dialog", both.getT1())
                        .modelAttribute("forms", both.getT2()));
    }

    /** Nothing was sent, and why. */
    Rendering notSent(Denial denial, Printer printer, ServerWebExchange exchange) {
        return notSent(denial, printer.report().displayName(), address(printer.id()), exchange);
    }

    /**
     * The same about anything.
     *
     * @param name what it was about
     * @param at where that is to be seen
     */
    Rendering notSent(Denial denial, String name, String at, ServerWebExchange exchange) {
        return notSent(denial, name, at, "dispatch.not-sent.", exchange);
    }

    /** The same about an order that concerns no printer. */
    Rendering unplaced(Denial denial, String at, ServerWebExchange exchange) {
        return notSent(denial, "", at, "orders.not-sent.", exchange);
    }

    private static Rendering notSent(Denial denial, String name, String at, String words, ServerWebExchange exchange) {
        boolean modal = htmx(exchange);
        Rendering.Builder<?> view = Rendering.view(modal ? "dispatch/not-sent :: dialog" : "dispatch/not-sent")
                .status(HttpStatus.CONFLICT)
                .modelAttribute("modal", modal)
                .modelAttribute("denial", denial)
                .modelAttribute("words", words)
                .modelAttribute("name", name)
                .modelAttribute("at", at);
        return (modal ? overThePage(view) : view).build();
    }

    /** Back to the printer, which shows how far the action got. */
    Rendering back(PrinterId printer, ServerWebExchange exchange) {
        return to(address(printer), exchange);
    }

    /** To another page. */
    Rendering to(String path, ServerWebExchange exchange) {
        return new Leaving(URI.create(path), htmx(exchange));
    }

    /** The address of a printer's page. */
    static String address(PrinterId printer) {
        return "/printers/" + UriUtils.encode(printer.value(), "UTF-8");
    }

    private static Rendering.Builder<?> overThePage(Rendering.Builder<?> view) {
        return view.header("HX-Retarget", "#dialogs").header("HX-Reswap", "innerHTML");
    }

    private static boolean htmx(ServerWebExchange exchange) {
        return "true".equals(exchange.getRequest().getHeaders().getFirst("HX-Request"));
    }
}
