package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.codec.ServerSentEventHttpMessageWriter;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import reactor.core.publisher.Flux;

class EventWriterTests {

    private static final ResolvableType TYPE = ResolvableType.forClassWithGenerics(ServerSentEvent.class, String.class);
    private static final List<ServerSentEvent<String>> EVENTS = List.of(
            ServerSentEvent.builder("2026-02-12T14:32:08Z").event("heartbeat").build(),
            ServerSentEvent.builder("<hx-partial>\n  <p>Größe ✓</p>\n</hx-partial>")
                    .build(),
            ServerSentEvent.builder(IntStream.range(0, 40_000)
                            .mapToObj(n -> Integer.toString(n * 7919, 36))
                            .collect(Collectors.joining("\n")))
                    .id("7")
                    .comment("long")
                    .build(),
            ServerSentEvent.<String>builder().event("bare").build(),
            ServerSentEvent.builder("").build());

    private final EventWriter writer = new EventWriter();

    @SuppressWarnings("unchecked")
    private static MockServerHttpResponse written(
            HttpMessageWriter<?> writer, @Nullable String encoding, List<ServerSentEvent<String>> events) {
        MockServerHttpRequest request = encoding == null
                ? MockServerHttpRequest.get("/fleet/events").build()
                : MockServerHttpRequest.get("/fleet/events")
                        .header("Accept-Encoding", encoding)
                        .build();
        MockServerHttpResponse response = new MockServerHttpResponse();
        ((HttpMessageWriter<ServerSentEvent<String>>) writer)
                .write(Flux.fromIterable(events), TYPE, TYPE, MediaType.TEXT_EVENT_STREAM, request, response, Map.of())
                .toFuture()
                .join();
        return response;
    }

    private static byte[] body(MockServerHttpResponse response) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (DataBuffer buffer : response.getBody().toIterable()) {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void aStreamIsWrittenAsSpringWritesIt() {
        MockServerHttpResponse ours = written(writer, null, EVENTS);
        MockServerHttpResponse springs = written(new ServerSentEventHttpMessageWriter(), null, EVENTS);

        assertThat(new String(body(ours), StandardCharsets.UTF_8))
                .isEqualTo(new String(body(springs), StandardCharsets.UTF_8));
        assertThat(ours.getHeaders().getContentType())
                .isEqualTo(springs.getHeaders().getContentType());
        assertThat(ours.getHeaders().get("Content-Encoding")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate, br, zstd", "br;q=1.0, GZIP;q=0.5"})
    void whoTakesGzipGetsTheSameTextInOneGzipStream(String encoding) {
        MockServerHttpResponse response = written(writer, encoding, EVENTS);

        assertThat(response.getHeaders().getFirst("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.getHeaders().getVary()).containsExactly("Accept-Encoding");
        assertThat(unpacked(body(response))).isEqualTo(body(written(writer, null, EVENTS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "identity", "gzip;q=0", "gzip; q=0.00", "gzipped"})
    void whoDoesNotTakeGzipGetsPlainText(String encoding) {
        MockServerHttpResponse response = written(writer, encoding, EVENTS);

        assertThat(response.getHeaders().get("Content-Encoding")).isNull();
        assertThat(response.getHeaders().getVary()).containsExactly("Accept-Encoding");
        assertThat(new String(body(response), StandardCharsets.UTF_8)).startsWith("event:heartbeat\ndata:2026");
    }

    @Test
    void aStreamWithoutAnyMessageIsAGzipStreamToo() {
        assertThat(unpacked(body(written(writer, "gzip", List.of())))).isEmpty();
    }

    @Test
    void aViewerCanReadEachMessageAsSoonAsItIsSent() throws IOException {
        Gzip gzip = new Gzip();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes(Gzip.head());
        sent.writeBytes(gzip.next(Parcel.of("data:one\n\n".getBytes(StandardCharsets.UTF_8))));
        try (var in = new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            assertThat(in.readNBytes(10)).asString().isEqualTo("data:one\n\n");
        }
    }

    @Test
    void whatManyViewersGetIsPackedOnce() {
        Events events = new Events();
        String region = "<hx-partial></hx-partial>";
        Parcel first = events.parcel(ServerSentEvent.builder(region).build());

        assertThat(events.parcel(ServerSentEvent.builder(region).build())).isSameAs(first);
        assertThat(first.packed()).isSameAs(first.packed());
    }

    @Test
    void oneTextUnderTwoNamesIsTwoMessages() {
        Events events = new Events();
        String text = "now";
        Parcel bare = events.parcel(ServerSentEvent.builder(text).build());
        Parcel named =
                events.parcel(ServerSentEvent.builder(text).event("heartbeat").build());

        assertThat(bare.plain()).asString().isEqualTo("data:now\n\n");
        assertThat(named.plain()).asString().isEqualTo("event:heartbeat\ndata:now\n\n");
    }

    @Test
    void otherStreamsAreLeftToSpring() {
        assertThat(writer.canWrite(TYPE, MediaType.TEXT_EVENT_STREAM)).isTrue();
        assertThat(writer.canWrite(TYPE, MediaType.APPLICATION_JSON)).isFalse();
        assertThat(writer.canWrite(
                        ResolvableType.forClassWithGenerics(ServerSentEvent.class, Integer.class),
                        MediaType.TEXT_EVENT_STREAM))
                .isFalse();
        assertThat(writer.canWrite(ResolvableType.forClass(Object.class), null)).isFalse();
    }
}
