package io.nordwand.eiger;

import io.nordwand.eiger.wire.Link;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Which signed links may be followed (field note 54): with TLS, and never to a machine of this house. */
final class LinkCheck {

    private final boolean atHome;

    /**
     * @param base base address of the API; only if it is loopback or private itself (the simulator) may links lead to
     *     such addresses, and without TLS
     */
    LinkCheck(URI base) {
        this.atHome = base.getHost() != null && Addresses.isHome(base.getHost());
    }

    /** The address, or empty when it must not be asked. */
    Mono<URI> passed(Link link) {
        return Mono.justOrEmpty(link.uri())
                .filter(this::speaksRight)
                .filterWhen(uri -> Mono.fromCallable(() -> leadsRight(uri)).subscribeOn(Schedulers.boundedElastic()));
    }

    private boolean speaksRight(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return uri.getRawUserInfo() == null
                && (scheme.equals("https") || (scheme.equals("http") && atHome && Addresses.isHome(uri.getHost())));
    }

    /** Every address of the host must be fit; the JDK keeps them for the request that follows. */
    private boolean leadsRight(URI uri) throws UnknownHostException {
        return Stream.of(InetAddress.getAllByName(uri.getHost()))
                .allMatch(address -> Addresses.isPublic(address) || (atHome && Addresses.isHome(address)));
    }
}
