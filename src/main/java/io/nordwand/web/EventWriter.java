package io.nordwand.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes live streams from shared bytes. The server's own compression would compress each message once for each viewer;
 * it leaves alone what says that it is compressed already.
 */
final class EventWriter implements HttpMessageWriter<ServerSentEvent<?>> {

    private static final MediaType TYPE = new MediaType(MediaType.TEXT_EVENT_STREAM, StandardCharsets.UTF_8);

    private final Events events = new Events();

    @Override
    public List<MediaType> getWritableMediaTypes() {
        return List.of(MediaType.TEXT_EVENT_STREAM);
    }

    /** Streams of text only; others are left to Spring's own writer. */
    @Override
    public boolean canWrite(ResolvableType type, @Nullable MediaType media) {
        return ServerSentEvent.class.isAssignableFrom(type.toClass())
                && type.getGeneric().toClass() == String.class
                && (media == null || MediaType.TEXT_EVENT_STREAM.includes(media));
    }

    @Override
    public Mono<Void> write(
            Publisher<? extends ServerSentEvent<?>> input,
            ResolvableType type,
            @Nullable MediaType media,
            ReactiveHttpOutputMessage message,
            Map<String, Object> hints) {
        message.getHeaders().setContentType(TYPE);
        return message.writeAndFlushWith(plain(Flux.from(input), message.bufferFactory()));
    }

    @Override
    public Mono<Void> write(
            Publisher<? extends ServerSentEvent<?>> input,
            ResolvableType actual,
            ResolvableType type,
            @Nullable MediaType media,
            ServerHttpRequest request,
            ServerHttpResponse response,
            Map<String, Object> hints) {
        HttpHeaders headers = response.getHeaders();
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!Gzip.isAskedFor(request.getHeaders())) {
            return write(input, type, media, response, hints);
        }
        headers.setContentType(TYPE);
        headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        return response.writeAndFlushWith(packed(Flux.from(input), response.bufferFactory()));
    }

    private Flux<Mono<DataBuffer>> plain(Flux<? extends ServerSentEvent<?>> input, DataBufferFactory buffers) {
        return input.map(event -> sent(events.parcel(event).plain(), buffers));
    }

    private Flux<Mono<DataBuffer>> packed(Flux<? extends ServerSentEvent<?>> input, DataBufferFactory buffers) {
        return Flux.defer(() -> {
            Gzip gzip = new Gzip();
            return input.map(event -> gzip.next(events.parcel(event)))
                    .startWith(Gzip.head())
                    .concatWith(Mono.fromSupplier(gzip::end))
                    .map(bytes -> sent(bytes, buffers));
        });
    }

    /** Wrapped anew for each viewer, since a buffer is used up by sending it; the bytes behind it are shared. */
    private static Mono<DataBuffer> sent(byte[] bytes, DataBufferFactory buffers) {
        return Mono.fromSupplier(() -> buffers.wrap(bytes));
    }
}
