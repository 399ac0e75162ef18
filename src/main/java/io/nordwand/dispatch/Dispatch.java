package io.nordwand.dispatch;

import io.nordwand.farm.PrinterId;
import java.util.List;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other pages need of the actions: the hidden fields of their forms, and what is going on at a printer. */
@Component
public class Dispatch {

    private final Actions actions;
    private final Tickets tickets;

    Dispatch(Actions actions, Tickets tickets) {
        this.actions = actions;
        this.tickets = tickets;
    }

    /** Hidden fields for forms about this printer, in this person's session. */
    public Mono<Forms> forms(ServerWebExchange exchange, PrinterId printer) {
        return forms(exchange, Tickets.at(printer));
    }

    /** Hidden fields for forms about this place, in this person's session. */
    Mono<Forms> forms(ServerWebExchange exchange, String place) {
        Mono<CsrfToken> token = exchange.getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return exchange.getSession()
                .map(session -> tickets.current(session.getId(), place))
                .flatMap(actionId -> token.map(csrf -> new Forms(csrf.getParameterName(), csrf.getToken(), actionId))
                        .defaultIfEmpty(new Forms("_csrf", "", actionId)));
    }

    /** Actions at this printer that run or ended a short while ago, newest first. */
    public List<Action> recent(PrinterId printer) {
        return actions.recent(printer);
    }

    /** A printer's id each time an action there starts, moves on or ends. */
    public Flux<PrinterId> changes() {
        return actions.updates().flatMapIterable(Action::printers);
    }

    /** The same for one printer; a slow reader gets the latest only, and reads {@link #recent} then. */
    public Flux<PrinterId> changes(PrinterId printer) {
        return actions.updates(printer).map(action -> printer);
    }
}
