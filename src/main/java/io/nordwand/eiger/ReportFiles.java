package io.nordwand.eiger;

import io.nordwand.eiger.wire.Link;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fetches reports from signed links, piece by piece: without keys, without redirects, never from a machine of this house.
 * Uses the JDK's client because the other one logs addresses at debug level.
 */
final class ReportFiles {

    /** The largest report that is taken, in bytes. */
    static final long MAX_BYTES = 100L * 1024 * 1024;

    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration NEXT = Duration.ofSeconds(30);

    private final LinkCheck check;
    private final long most;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    ReportFiles(URI base) {
        this(base, MAX_BYTES);
    }

    ReportFiles(URI base, long most) {
        this.check = new LinkCheck(base);
        this.most = most;
    }

    /** The bytes as they come; an IOException when they can't be had to their end. Holds nothing of the link. */
    Flux<ByteBuffer> content(Link link) {
        return check.passed(link)
                .switchIfEmpty(Mono.error(() -> new IOException("The link leads where none may be followed")))
                .flatMap(this::answer)
                .flatMapMany(this::body)
                .timeout(NEXT)
                .onErrorMap(error -> new IOException("A report could not be fetched: "
                        + error.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
    }

    private Mono<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(FIRST).build();
        return Mono.fromFuture(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher()));
    }

    private Flux<ByteBuffer> body(HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer) {
        Flux<ByteBuffer> bytes =
                JdkFlowAdapter.flowPublisherToFlux(answer.body()).flatMapIterable(pieces -> pieces);
        if (answer.statusCode() != 200) {
            // Taking nothing closes the connection.
            return bytes.take(0).concatWith(Mono.error(() -> new IOException("status " + answer.statusCode())));
        }
        AtomicLong sum = new AtomicLong();
        return bytes.doOnNext(piece -> {
            if (sum.addAndGet(piece.remaining()) > most) {
                throw new IllegalStateException("larger than any report");
            }
        });
    }
}
