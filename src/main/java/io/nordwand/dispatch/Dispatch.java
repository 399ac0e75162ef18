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
    private final Writes writes;

    Dispatch(Actions actions, Tickets tickets, Writes writes) {
        this.actions = actions;
        this.tickets = tickets;
        this.writes = writes;
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
                .flatMap(actionId -> token.map(csrf -> forms(csrf.getParameterName(), csrf.getToken(), actionId))
                        .defaultIfEmpty(forms("_csrf", "", actionId)));
    }

    private Forms forms(String csrfName, String csrfToken, String actionId) {
        return new Forms(csrfName, csrfToken, actionId, writes.stopped().orElse(null));
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
