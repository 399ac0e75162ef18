package io.nordwand.eiger;

import io.nordwand.eiger.wire.Link;
import io.nordwand.farm.Preview;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Fetches pictures from the signed links that Eiger gives (field note 54): without keys, without redirects, never from a
 * machine or a metadata service of this house. Uses the JDK's client because the other one logs addresses at debug level,
 * and whoever reads a signed link can use it.
 */
final class Previews {

    private static final Logger log = LoggerFactory.getLogger(Previews.class);
    private static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final LinkCheck check;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** Pictures of the API at that address. */
    Previews(URI base) {
        this.check = new LinkCheck(base);
    }

    /** The picture, or empty for whatever reason it could not be had. */
    Mono<Preview> fetch(Link link) {
        return check.passed(link)
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
