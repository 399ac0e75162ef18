package io.nordwand.eiger.call;

import io.nordwand.eiger.api.Habit;
import io.nordwand.farm.Receipt;
import java.time.Duration;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Lets only 2xx through; all else becomes an {@link AnswerException} by its status, whatever its body is (field note 8). */
final class Answers implements ExchangeFilterFunction {

    private static final int MAX_ERROR_BODY = 16 * 1024;
    private static final Duration MAX_ERROR_WAIT = Duration.ofSeconds(2);

    private final CallLimits limits;
    private final Quotes quotes;

    Answers(CallLimits limits, Quotes quotes) {
        this.limits = limits;
        this.quotes = quotes;
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        Operation operation = (Operation) request.attribute(Operation.ATTRIBUTE).orElseThrow();
        ClientRequest timed = operation.has(Habit.SLOW) ? patient(request) : request;
        return Mono.deferContextual(context -> {
            Progress progress = context.get(Progress.class);
            Receipt receipt = context.<Receipt>getOrEmpty(Receipt.class).orElseGet(Receipt::new);
            return next.exchange(timed)
                    .doOnNext(response -> note(receipt, response))
                    .flatMap(response -> judged(operation, progress, response));
        });
    }

    private void note(Receipt receipt, ClientResponse response) {
        String reference = response.headers().asHttpHeaders().getFirst("X-Reference-ID");
        receipt.answered(response.statusCode().value(), quotes.reference(reference));
    }

    private ClientRequest patient(ClientRequest request) {
        return ClientRequest.from(request)
                .httpRequest(http -> {
                    if (http.getNativeRequest() instanceof reactor.netty.http.client.HttpClientRequest netty) {
                        netty.responseTimeout(limits.slowTimeout());
                    }
                })
                .build();
    }

    private static Mono<ClientResponse> judged(Operation operation, Progress progress, ClientResponse response) {
        HttpHeaders headers = response.headers().asHttpHeaders();
        int status = response.statusCode().value();
        if (operation.has(Habit.LINK_IN_LOCATION) && isLink(status, headers)) {
            progress.answered(null);
            return response.releaseBody()
                    .thenReturn(ClientResponse.create(response.statusCode())
                            .headers(copy -> copy.set(HttpHeaders.LOCATION, headers.getFirst(HttpHeaders.LOCATION)))
                            .build());
        }
        if (status >= 200 && status < 300) {
            progress.answered(null);
            return Mono.just(response);
        }
        progress.answered(refusal(status, headers, new byte[0]));
        return text(response).flatMap(body -> Mono.error(refusal(status, headers, body)));
    }

    private static AnswerException refusal(int status, HttpHeaders headers, byte[] body) {
        return new AnswerException(
                status, headers.getFirst("X-Reference-ID"), headers.getFirst(HttpHeaders.RETRY_AFTER), body);
    }

    /** A Location is the answer if it leads to a file elsewhere, not if it is a redirect of the call itself. */
    private static boolean isLink(int status, HttpHeaders headers) {
        String location = headers.getFirst(HttpHeaders.LOCATION);
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        boolean json = type != null && type.toLowerCase(Locale.ROOT).contains("json");
        return location != null
                && location.startsWith("http")
                && !location.endsWith("/scan_report")
                && status >= 200
                && status < 400
                && !(status < 300 && json);
    }

    private static Mono<byte[]> text(ClientResponse response) {
        return DataBufferUtils.join(DataBufferUtils.takeUntilByteCount(
                        response.body(BodyExtractors.toDataBuffers()), MAX_ERROR_BODY))
                .map(Answers::bytes)
                .timeout(MAX_ERROR_WAIT)
                .onErrorReturn(new byte[0])
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
