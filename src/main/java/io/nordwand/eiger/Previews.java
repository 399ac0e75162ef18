package io.nordwand.eiger;

import io.nordwand.eiger.wire.Link;
import io.nordwand.farm.Preview;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Fetches pictures from the signed links that Eiger gives (field note 54): without keys, without redirects, never from a
 * machine or a metadata service of this house. Uses the JDK's client because the other one logs addresses at debug level,
 * and whoever reads a signed link can use it.
 */
final class Previews {

    private static final Logger log = LoggerFactory.getLogger(Previews.class);
    private static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final boolean atHome;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /**
     * @param base base address of the API; only if it is loopback or private itself (the simulator) may pictures be
     *     fetched from such addresses, and without TLS
     */
    Previews(URI base) {
        this.atHome = base.getHost() != null && Addresses.isHome(base.getHost());
    }

    /** The picture, or empty for whatever reason it could not be had. */
    Mono<Preview> fetch(Link link) {
        return Mono.justOrEmpty(link.uri())
                .filter(this::speaksRight)
                .filterWhen(uri -> Mono.fromCallable(() -> leadsRight(uri)).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(this::bytes)
                .timeout(TIMEOUT)
                .flatMap(Previews::picture)
                .onErrorResume(error -> {
                    log.debug(
                            "A preview could not be fetched: {}",
                            error.getClass().getSimpleName());
                    return Mono.empty();
                });
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

    private Mono<byte[]> bytes(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Accept", "image/*")
                .build();
        return Mono.fromFuture(() ->
                        client.sendAsync(request, info -> new Capped(info.statusCode() == 200 ? MAX_BYTES : 0)))
                .map(HttpResponse::body);
    }

    private static Mono<Preview> picture(byte[] bytes) {
        return Mono.justOrEmpty(ImageType.of(bytes)).map(type -> new Preview(type, bytes));
    }
}
