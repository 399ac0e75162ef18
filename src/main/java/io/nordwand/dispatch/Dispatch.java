package io.nordwand.dispatch;

import io.nordwand.farm.PrinterId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other pages need of the actions: the hidden fields of their forms, and what is going on at a printer. */
@Component
public class Dispatch {

    /** Hidden fields for forms about this printer, in this person's session. */
    public Mono<Forms> forms(ServerWebExchange exchange, PrinterId printer) {
        return Mono.just(new Forms("_csrf", "", ""));
    }

    /** Actions at this printer that run or ended a short while ago, newest first. */
    public List<Action> recent(PrinterId printer) {
        return List.of();
    }

    /** A printer's id each time an action there starts, moves on or ends. */
    public Flux<PrinterId> changes() {
        return Flux.never();
    }
}
