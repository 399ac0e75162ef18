package io.nordwand.simulator;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.nordwand.simulator.api.Answer;
import io.nordwand.simulator.api.Api;
import io.nordwand.simulator.api.Body;
import io.nordwand.simulator.api.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** One request on the wire: read it, let a fault hit it or not, answer. */
final class Exchange implements BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

    private final Api api;
    private final Simulation simulation;
    private final Faults faults;
    private final FaultControl control;

    Exchange(Api api, Simulation simulation, Faults faults) {
        this.api = api;
        this.simulation = simulation;
        this.faults = faults;
        this.control = new FaultControl(faults);
    }

    @Override
    public Publisher<Void> apply(HttpServerRequest in, HttpServerResponse out) {
        QueryStringDecoder uri = new QueryStringDecoder(in.uri(), StandardCharsets.UTF_8);
        boolean controls = uri.rawPath().equals(FaultControl.PATH);
        Mono<Answering> answering = controls
                ? bytes(in).map(bytes -> control(request(in, uri, Body.NONE), bytes))
                : body(in).map(body -> answering(request(in, uri, body)));
        return answering.flatMap(answer -> answer.to(out));
    }

    private Answering control(Request request, byte[] body) {
        return api.authorized(request)
                ? out -> send(out, control.answer(request.method(), body))
                : out -> send(out, api.failure(401, "The fault control needs the simulator's keys"));
    }

    private Answering answering(Request request) {
        String operation = api.operation(request);
        simulation.arrived(operation);
        return faults.take(operation)
                .<Answering>map(fault -> hit(fault, request, operation))
                .orElseGet(() -> {
                    Answer answer = carriedOut(request, operation);
                    return out -> send(out, answer);
                });
    }

    private Answering hit(Fault fault, Request request, String operation) {
        if (fault.kind() == Fault.Kind.SLOW && !fault.applied()) {
            return late(fault, request, operation);
        }
        Answer answer = fault.applied() ? carriedOut(request, operation) : Answer.none(200);
        return out -> wait(fault.delay()).then(Mono.defer(() -> spoiled(fault, answer, out)));
    }

    /** The call takes effect late, even if the client has given up by then. */
    private Answering late(Fault fault, Request request, String operation) {
        Mono<Answer> effect = Mono.delay(fault.delay())
                .map(passed -> carriedOut(request, operation))
                .cache();
        effect.subscribe();
        return out -> effect.flatMap(answer -> send(out, answer));
    }

    private Mono<Void> spoiled(Fault fault, Answer answer, HttpServerResponse out) {
        return switch (fault.kind()) {
            case SLOW -> send(out, answer);
            case DROP -> cut(out);
            case STATUS -> send(out, retry(fault, api.failure(fault.status(), "Simulated fault " + fault.status())));
            case HTML ->
                send(
                        out,
                        retry(
                                fault,
                                Answer.text(
                                        fault.status(),
                                        "text/html",
                                        "<html><body><h1>Bad Gateway</h1></body></html>")));
            case GARBAGE -> send(out, Answer.text(fault.status(), "application/json", "\u0000}{not json\u0001"));
            case EMPTY -> send(out, Answer.none(fault.status()));
            case TRUNCATED -> truncated(out, answer);
        };
    }

    private Answer carriedOut(Request request, String operation) {
        Answer answer = api.answer(request);
        simulation.answered(operation, answer.status());
        return answer;
    }

    private static Answer retry(Fault fault, Answer answer) {
        return fault.retryAfter() == null
                ? answer
                : answer.with("Retry-After", Long.toString(fault.retryAfter().toSeconds()));
    }

    private static Mono<Void> wait(Duration delay) {
        return delay.isZero() ? Mono.empty() : Mono.delay(delay).then();
    }

    private static Mono<Void> send(HttpServerResponse out, Answer answer) {
        head(out, answer, answer.body().length);
        return answer.body().length == 0
                ? out.send()
                : out.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(answer.body())))
                        .then();
    }

    /** Promises the whole body and closes the connection in its middle. */
    private static Mono<Void> truncated(HttpServerResponse out, Answer answer) {
        byte[] body = answer.body();
        head(out.keepAlive(false), answer, Math.max(1, body.length));
        return out.sendByteArray(Mono.just(Arrays.copyOf(body, body.length / 2)))
                .then();
    }

    private static Mono<Void> cut(HttpServerResponse out) {
        return Mono.fromRunnable(() -> out.withConnection(DisposableChannel::dispose));
    }

    private static void head(HttpServerResponse out, Answer answer, int length) {
        out.status(answer.status());
        answer.headers().forEach(out::header);
        if (answer.type() != null) {
            out.header(HttpHeaderNames.CONTENT_TYPE, answer.type());
        }
        if (answer.status() != 204) {
            out.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(length));
        }
    }

    private static Request request(HttpServerRequest in, QueryStringDecoder uri, Body body) {
        return new Request(
                in.method().name(),
                uri.rawPath(),
                Map.copyOf(uri.parameters()),
                in.requestHeaders().get(HttpHeaderNames.AUTHORIZATION),
                "http://" + in.requestHeaders().get(HttpHeaderNames.HOST, "127.0.0.1"),
                body);
    }

    private static Mono<Body> body(HttpServerRequest in) {
        return in.isMultipart() || in.isFormUrlencoded()
                ? Forms.read(in)
                : bytes(in).map(Body::json);
    }

    private static Mono<byte[]> bytes(HttpServerRequest in) {
        return in.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0]);
    }

    /** Writes an answer, or whatever comes in its place. */
    private interface Answering {
        Mono<Void> to(HttpServerResponse out);
    }
}
