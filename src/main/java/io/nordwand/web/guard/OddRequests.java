package io.nordwand.web.guard;

import io.nordwand.web.failure.Failure;
import io.nordwand.web.failure.FailurePages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What somebody gets whose request the firewall turned away, for example because of an encoded slash: a page that says
 * so instead of an empty one. An id of Eiger's that is no UUID can lead a link of ours here.
 */
@Component
class OddRequests implements ServerExchangeRejectedHandler {

    private final FailurePages pages;

    OddRequests(FailurePages pages) {
        this.pages = pages;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        // The chain that writes the headers of all other answers was not reached.
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", SecurityConfiguration.POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.setCacheControl(CacheControl.noStore());
        return pages.show(exchange, Failure.of(HttpStatus.BAD_REQUEST, Failure.Kind.BAD_REQUEST));
    }
}
