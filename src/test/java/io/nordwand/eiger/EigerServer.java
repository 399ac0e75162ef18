package io.nordwand.eiger;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.request;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.nordwand.eiger.api.BuildsApi;
import io.nordwand.eiger.api.DevicesApi;
import io.nordwand.eiger.api.JobsApi;
import io.nordwand.eiger.call.CallLimits;
import io.nordwand.eiger.call.EigerClient;
import io.nordwand.eiger.call.Sentences;
import io.nordwand.farm.EigerAccess;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Trouble;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** An Eiger whose answers tests choose, and a client that asks it. On close every request is checked against the contract. */
final class EigerServer implements AutoCloseable {

    static final String ACCESS_KEY = "ACCESS-4711-KEY";
    static final String SECRET_KEY = "secret-0815-key";
    static final Instant NOW = Instant.parse("2026-02-12T14:32:08Z");
    static final Duration LONGEST = Duration.ofSeconds(20);

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().dynamicHttpsPort().containerThreads(20));
    private final EigerClient client;
    private final EigerAccess access;
    private final Clock clock;

    private EigerServer(CallLimits limits, boolean forms, Clock clock) {
        server.start();
        this.clock = clock;
        this.access = access("http://localhost:" + server.port());
        this.client = new EigerClient(WebClient.builder(), access, limits, forms, sentences(), clock);
    }

    static EigerAccess access(String host) {
        return new EigerAccess(URI.create(host + OpenApiContract.BASE), ACCESS_KEY, SECRET_KEY, false);
    }

    static EigerServer start() {
        return start(limits());
    }

    static EigerServer start(CallLimits limits) {
        return new EigerServer(limits, false, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** With a running clock, so that pauses end. */
    static EigerServer startInRealTime(CallLimits limits) {
        return new EigerServer(limits, false, Clock.systemUTC());
    }

    static EigerServer startWithForms() {
        return new EigerServer(limits(), true, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Patient with a loaded machine, quick to try again. */
    static CallLimits limits() {
        return limits(Duration.ofSeconds(8), 4);
    }

    /** Gives up on an answer after that time. */
    static CallLimits limits(Duration patience, int callsAtOnce) {
        return new CallLimits(
                Duration.ofSeconds(3),
                patience,
                patience.multipliedBy(2),
                patience.multipliedBy(3),
                Duration.ofSeconds(8),
                callsAtOnce,
                DataSize.ofKilobytes(256),
                3,
                Duration.ofMillis(4),
                Duration.ofMillis(10),
                Duration.ofSeconds(2),
                Duration.ofMinutes(5));
    }

    static Sentences sentences() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Sentences(messages);
    }

    FarmSource source() {
        return new EigerSource(
                api(DevicesApi.class),
                api(BuildsApi.class),
                api(JobsApi.class),
                new Previews(access.baseUrl()),
                new Refusals(sentences()),
                clock);
    }

    EigerRecords records() {
        return new EigerRecords(api(JobsApi.class), api(BuildsApi.class), new Refusals(sentences()));
    }

    FarmCommands commands() {
        return new EigerCommands(api(DevicesApi.class), new Refusals(sentences()));
    }

    <T> T api(Class<T> type) {
        return client.operations(type);
    }

    WireMockServer wireMock() {
        return server;
    }

    /** Answers in JSON as the contract allows. */
    void answers(String method, String path, int status, String body) {
        OpenApiContract.check(method, path, status, body.isEmpty() ? null : "application/json", body);
        answersAnything(method, path, json(status, body));
    }

    /** Answers in another type as the contract allows. */
    void answersAs(String method, String path, int status, String type, String body) {
        OpenApiContract.check(method, path, status, type, body);
        answersAnything(method, path, json(status, body).withHeader("Content-Type", type));
    }

    /** Answers whatever the test needs; for what really comes but is not in the contract. */
    void answersAnything(String method, String path, ResponseDefinitionBuilder answer) {
        server.stubFor(
                request(method, urlPathEqualTo(OpenApiContract.BASE + path)).willReturn(answer));
    }

    /** The same to every request. */
    void answersAnything(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        ResponseDefinitionBuilder answer = aResponse().withStatus(status);
        if (status >= 400) {
            answer.withHeader("X-Reference-ID", "12345");
        }
        return body.isEmpty()
                ? answer
                : answer.withHeader("Content-Type", "application/json").withBody(body);
    }

    List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    /** What came. */
    static <T> T resultOf(Mono<T> mono) {
        AtomicReference<@Nullable T> value = new AtomicReference<>();
        StepVerifier.create(mono).consumeNextWith(value::set).expectComplete().verify(LONGEST);
        return Objects.requireNonNull(value.get());
    }

    /** What went wrong. */
    static Trouble troubleOf(Mono<?> mono) {
        AtomicReference<@Nullable Trouble> trouble = new AtomicReference<>();
        StepVerifier.create(mono)
                .consumeErrorWith(error -> trouble.set(((FarmException) error).trouble()))
                .verify(LONGEST);
        return Objects.requireNonNull(trouble.get());
    }

    /** Checks all requests so far against the contract, then knows neither requests nor answers any more. */
    void checkAndForget() {
        List<LoggedRequest> sent = requests().stream()
                .filter(request -> request.getUrl().startsWith(OpenApiContract.BASE))
                .filter(request ->
                        !String.valueOf(request.getHeader("Content-Type")).contains("form-urlencoded"))
                .toList();
        server.resetAll();
        sent.forEach(OpenApiContract::check);
    }

    @Override
    public void close() {
        client.close();
        try {
            checkAndForget();
        } finally {
            server.stop();
        }
    }
}
