package io.nordwand.audit;

import io.netty.util.NetUtil;
import io.nordwand.web.Viewer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tells who is behind a request. */
public final class Actors {

    private static final String UNKNOWN = "unknown";

    private Actors() {}

    /** Who sent this request, with the role that they have now; an error with status 401 when nobody is signed in. */
    public static Mono<Actor> of(ServerWebExchange exchange) {
        return exchange.<Principal>getPrincipal()
                .filter(Authentication.class::isInstance)
                .cast(Authentication.class)
                .flatMap(who -> Mono.justOrEmpty(Viewer.of(who)))
                .map(viewer -> new Actor(viewer.name(), viewer.role().key(), address(exchange.getRequest())))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)));
    }

    /** Network address that a request came from, behind a proxy the one that the proxy names; or {@code unknown}. */
    public static String address(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress address = remote == null ? null : address(remote);
        return address == null ? UNKNOWN : NetworkAddress.of(address);
    }

    /** What a proxy names comes as text. Only an address counts: no name is looked up. */
    private static @Nullable InetAddress address(InetSocketAddress remote) {
        return remote.isUnresolved()
                ? NetUtil.createInetAddressFromIpAddressString(remote.getHostString())
                : remote.getAddress();
    }
}
