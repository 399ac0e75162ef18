package io.nordwand.web.failure;

import io.nordwand.farm.FarmException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Turns what handlers throw into pages. As a filter it stands behind the security chain, so that the page still knows
 * who looks; as an exception handler it catches what failed before that.
 */
@Component
@Order(-2)
class FailureFilter implements WebFilter, WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(FailureFilter.class);

    private final FailurePages pages;

    FailureFilter(FailurePages pages) {
        this.pages = pages;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).onErrorResume(problem -> answer(exchange, problem));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable problem) {
        return answer(exchange, problem);
    }

    private Mono<Void> answer(ServerWebExchange exchange, Throwable problem) {
        if (problem instanceof AccessDeniedException || problem instanceof AuthenticationException) {
            return Mono.error(problem);
        }
        if (exchange.getResponse().isCommitted() || AbortedException.isConnectionReset(problem)) {
            log.debug("Request {} broke off: {}", exchange.getRequest().getId(), problem.toString());
            return Mono.error(problem);
        }
        Failure failure = failure(exchange, problem);
        log(exchange, failure, problem);
        exchange.getResponse().getHeaders().clearContentHeaders();
        if (problem instanceof ErrorResponse response) {
            exchange.getResponse().getHeaders().putAll(response.getHeaders());
        }
        return pages.show(exchange, failure).onErrorResume(again -> bare(exchange, again));
    }

    private static Failure failure(ServerWebExchange exchange, Throwable problem) {
        if (problem instanceof FarmException farm) {
            return Failure.of(farm.trouble());
        }
        HttpStatusCode status =
                problem instanceof ErrorResponse response ? response.getStatusCode() : HttpStatus.INTERNAL_SERVER_ERROR;
        if (status.equals(HttpStatus.NOT_FOUND)) {
            return Failure.of(status, Failure.Kind.NOT_FOUND);
        }
        if (status.is4xxClientError()) {
            return Failure.of(status, Failure.Kind.BAD_REQUEST);
        }
        HttpMethod method = exchange.getRequest().getMethod();
        boolean reads = HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
        return Failure.of(
                status.isError() ? status : HttpStatus.INTERNAL_SERVER_ERROR,
                reads ? Failure.Kind.BROKEN : Failure.Kind.BROKEN_WRITE);
    }

    /** The error page failed as well: a bare status is better than nothing. */
    private static Mono<Void> bare(ServerWebExchange exchange, Throwable again) {
        log.error(
                "Request {}: the error page failed, too", exchange.getRequest().getId(), again);
        return exchange.getResponse().isCommitted()
                ? Mono.error(again)
                : exchange.getResponse().setComplete();
    }

    private static void log(ServerWebExchange exchange, Failure failure, Throwable problem) {
        String id = exchange.getRequest().getId();
        HttpMethod method = exchange.getRequest().getMethod();
        String path = exchange.getRequest().getPath().value();
        if (failure.status().is4xxClientError() || problem instanceof FarmException) {
            log.debug("Request {} {} {}: {}", id, method, path, problem.toString());
        } else {
            log.error("Request {} {} {} failed", id, method, path, problem);
        }
    }
}
