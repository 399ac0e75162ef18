package io.nordwand.eiger;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.nordwand.eiger.EigerFixtures.*;
import static io.nordwand.eiger.EigerServer.json;
import static io.nordwand.eiger.EigerServer.troubleOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.nordwand.eiger.call.CallLimits;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Whatever comes back, a write is sent exactly once, and is called undone only where that is certain. */
class WriteFaultTests {

    /** With answers that never come in full; all others have the time that a loaded machine takes. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final String HTML = "<!DOCTYPE html><html><body>Bad <b>gateway</b></body></html>";

    private static Stream<Write> writes() {
        PrinterId printer = new PrinterId(DEVICE);
        return Stream.of(
                new Write("append", commands -> commands.append(printer, new BuildId(BUILD))),
                new Write("remove", commands -> commands.remove(printer, new EntryId(ENTRY))),
                new Write("print", commands -> commands.print(printer, new BuildId(BUILD))));
    }

    private static Stream<Misfortune> faults() {
        Class<Trouble.OutcomeUnknown> unknown = Trouble.OutcomeUnknown.class;
        return Stream.of(
                endless("too slow", ok().withFixedDelay(10_000), unknown),
                endless("slow within the body", ok().withChunkedDribbleDelay(20, 60_000), unknown),
                fault("reset", broken(Fault.CONNECTION_RESET_BY_PEER), unknown),
                fault("closed", broken(Fault.EMPTY_RESPONSE), unknown),
                fault("broken chunk", broken(Fault.MALFORMED_RESPONSE_CHUNK), unknown),
                fault("random bytes", broken(Fault.RANDOM_DATA_THEN_CLOSE), unknown),
                fault("page instead of data", html(200), unknown),
                fault("garbage in gzip", ok().withHeader("Content-Encoding", "gzip"), unknown),
                fault("too large", json(201, "{\"x\":\"" + "y".repeat(300_000) + "\"}"), unknown),
                fault("500", json(500, ERROR_JSON), unknown),
                fault("500 without a body", json(500, ""), unknown),
                fault("502 page", html(502), unknown),
                fault("503", json(503, ""), unknown),
                fault("503 with Retry-After", json(503, "").withHeader("Retry-After", "1"), unknown),
                fault("504 page", html(504), unknown),
                fault("408", json(408, ""), unknown),
                fault("303", aResponse().withStatus(303).withHeader("Location", "/done"), unknown),
                fault("301", redirect(301), Trouble.Rejected.class),
                fault("302", redirect(302), Trouble.Rejected.class),
                fault("307", redirect(307), Trouble.Rejected.class),
                fault("308", redirect(308), Trouble.Rejected.class),
                fault("400", json(400, ERROR_JSON), Trouble.Rejected.class),
                fault("401", json(401, ERROR_JSON), Trouble.NotAuthorized.class),
                fault("403 page", html(403), Trouble.NotAuthorized.class),
                fault("404", json(404, ERROR_JSON), Trouble.NotFound.class),
                fault("409", json(409, ERROR_JSON), Trouble.Conflict.class),
                fault("413 page", html(413), Trouble.Rejected.class),
                fault("422", json(422, "{\"message\":[1,2]}"), Trouble.Rejected.class),
                fault("429", json(429, "").withHeader("Retry-After", "7"), Trouble.RateLimited.class),
                endless(
                        "400 whose body never ends",
                        json(400, "x".repeat(500)).withChunkedDribbleDelay(100, 60_000),
                        Trouble.Rejected.class));
    }

    private static Stream<Case> cases() {
        return writes().flatMap(
                        write -> faults().filter(fault -> !fault.endless()).map(fault -> new Case(write, fault)));
    }

    /** At the same time, since each of them takes all of its patience. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void nobodyWaitsForAnAnswerThatNeverEnds(Write write) {
        List<String> judged = Flux.fromStream(faults().filter(Misfortune::endless))
                .flatMap(fault -> Mono.fromCallable(() -> {
                            aFailedWriteIsSentOnceAndJudgedWithCare(new Case(write, fault));
                            return fault.name();
                        })
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block(Duration.ofMinutes(1));
        assertThat(judged).containsExactlyInAnyOrder("too slow", "slow within the body", "400 whose body never ends");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aFailedWriteIsSentOnceAndJudgedWithCare(Case tested) {
        CallLimits limits = tested.fault().endless() ? EigerServer.limits(PATIENCE, 4) : EigerServer.limits();
        // Closing it checks that the requests kept to the contract.
        try (EigerServer eiger = EigerServer.start(limits)) {
            eiger.answersAnything(tested.fault().answer());

            Trouble trouble = troubleOf(tested.write().call().apply(eiger.commands()));

            assertThat(trouble).isInstanceOf(tested.fault().trouble());
            assertThat(trouble.sentence()).isNotBlank().doesNotContain("<", "null", "Exception");
            assertThat(eiger.requests()).hasSize(1);
        }
    }

    private static Stream<Case> uselessSuccesses() {
        Class<Trouble.OutcomeUnknown> unknown = Trouble.OutcomeUnknown.class;
        Stream<Misfortune> faults = Stream.of(
                fault("no body", json(201, ""), unknown),
                fault("204", json(204, ""), unknown),
                fault("cut", json(201, JOB_JSON.substring(0, 60)), unknown),
                fault("null", json(201, "null"), unknown),
                fault("without an id", json(201, "{\"state\":\"Queued\"}"), unknown),
                fault("the nil id", json(201, JOB_JSON.replace(JOB, NIL)), unknown),
                fault("a list", json(201, "[" + JOB_JSON + "]"), unknown));
        return faults.flatMap(fault ->
                writes().filter(write -> !write.name().equals("remove")).map(write -> new Case(write, fault)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uselessSuccesses")
    void aSuccessThatNamesNothingLeavesTheOutcomeUnknown(Case tested) {
        aFailedWriteIsSentOnceAndJudgedWithCare(tested);
    }

    private static Stream<ResponseDefinitionBuilder> removals() {
        return Stream.of(json(200, ""), json(200, "{\"ok\":true}"), json(202, ""), json(204, ""));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void anySuccessOfARemovalWillDo(ResponseDefinitionBuilder answer) {
        try (EigerServer eiger = EigerServer.start(EigerServer.limits())) {
            eiger.answersAnything(answer);

            StepVerifier.create(eiger.commands().remove(new PrinterId(DEVICE), new EntryId(ENTRY)))
                    .expectComplete()
                    .verify(EigerServer.LONGEST);
        }
    }

    private static ResponseDefinitionBuilder ok() {
        return json(201, JOB_JSON);
    }

    private static ResponseDefinitionBuilder html(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody(HTML);
    }

    private static ResponseDefinitionBuilder redirect(int status) {
        return aResponse().withStatus(status).withHeader("Location", "https://www.eiger.io/api/v3/devices");
    }

    private static ResponseDefinitionBuilder broken(Fault fault) {
        return aResponse().withFault(fault);
    }

    private static Misfortune fault(String name, ResponseDefinitionBuilder answer, Class<? extends Trouble> trouble) {
        return new Misfortune(name, answer, trouble, false);
    }

    private static Misfortune endless(String name, ResponseDefinitionBuilder answer, Class<? extends Trouble> trouble) {
        return new Misfortune(name, answer, trouble, true);
    }

    private record Write(String name, Function<FarmCommands, Mono<?>> call) {}

    private record Misfortune(
            String name, ResponseDefinitionBuilder answer, Class<? extends Trouble> trouble, boolean endless) {}

    private record Case(Write write, Misfortune fault) {
        @Override
        public String toString() {
            return write.name() + ": " + fault.name();
        }
    }
}
