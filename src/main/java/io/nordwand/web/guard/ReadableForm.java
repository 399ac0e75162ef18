package io.nordwand.web.guard;

import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Reads a posted form before anything else does: one that is too long or garbled is refused, since nothing was done yet,
 * and is no failure in the middle of a change. What is read here is kept with the exchange.
 */
class ReadableForm implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return Mono.defer(exchange::getFormData)
                .onErrorMap(DataBufferLimitException.class, tooLong -> refused(HttpStatus.CONTENT_TOO_LARGE, tooLong))
                .onErrorMap(DecodingException.class, garbled -> refused(HttpStatus.BAD_REQUEST, garbled))
                .onErrorMap(IllegalArgumentException.class, garbled -> refused(HttpStatus.BAD_REQUEST, garbled))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private static ResponseStatusException refused(HttpStatus status, Throwable why) {
        return new ResponseStatusException(status, "The form can't be read.", why);
    }
}
