package io.nordwand.eiger;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.nordwand.eiger.EigerFixtures.*;
import static io.nordwand.eiger.EigerServer.json;
import static io.nordwand.eiger.EigerServer.resultOf;
import static io.nordwand.eiger.EigerServer.troubleOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.nordwand.eiger.api.BuildsApi;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.Approved;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The approved set is read whole or not at all, and written once. */
class ApprovalTests {

    private static final String OTHER = "6b1f7c1a-5a50-4a3e-8a3f-0d2e9a7c5b12";
    private static final String OTHER_JSON = build(OTHER, "Gear", "2026-02-02T08:00:00Z");

    private final EigerServer eiger = EigerServer.start();
    private final EigerApprovals approvals =
            new EigerApprovals(eiger.api(BuildsApi.class), new Refusals(EigerServer.sentences()));

    @AfterEach
    void requestsKeepToTheContract() {
        eiger.close();
    }

    private void page(int number, ResponseDefinitionBuilder answer) {
        eiger.wireMock()
                .stubFor(get(urlPathEqualTo(OpenApiContract.BASE + "/builds/approved"))
                        .withQueryParam("page[number]", equalTo(Integer.toString(number)))
                        .willReturn(answer));
    }

    @Test
    void allPagesMakeOneSetWhateverTheLetterCase() {
        String shouted = build(BUILD.toUpperCase(Locale.ROOT), "Bracket", "2026-02-01T08:00:00Z");
        page(1, json(200, EigerFixtures.page(true, BUILD_JSON)));
        page(2, json(200, EigerFixtures.page(false, OTHER_JSON, shouted)));

        assertThat(resultOf(approvals.approved()))
                .isEqualTo(Approved.of(List.of(new BuildId(BUILD), new BuildId(OTHER))));
    }

    @Test
    void offIsNotAnEmptySet() {
        eiger.answers("GET", "/builds/approved", 204, "");
        assertThat(resultOf(approvals.approved())).isEqualTo(Approved.OFF);
        eiger.answers("GET", "/builds/approved", 200, EigerFixtures.page(false));
        assertThat(resultOf(approvals.approved())).isEqualTo(Approved.of(List.of()));
    }

    static Stream<Arguments> secondPages() {
        return Stream.of(
                Arguments.of("turned off meanwhile", aResponse().withStatus(204)),
                Arguments.of("refused", json(401, ERROR_JSON)),
                Arguments.of("out of order", json(500, ERROR_JSON)),
                Arguments.of("not found", json(404, ERROR_JSON)),
                Arguments.of("a web page", aResponse().withStatus(200).withBody("<html>Hello</html>")),
                Arguments.of("cut off", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Arguments.of("no list", json(200, "{}")),
                Arguments.of("without an id", json(200, EigerFixtures.page(false, OTHER_JSON, "{\"id\":null}"))),
                Arguments.of("null", json(200, EigerFixtures.page(false, OTHER_JSON, "null"))),
                Arguments.of("the same again and no end", json(200, EigerFixtures.page(true, BUILD_JSON))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("secondPages")
    void thereIsNeverHalfASet(String name, ResponseDefinitionBuilder second) {
        page(1, json(200, EigerFixtures.page(true, BUILD_JSON)));
        page(2, second);
        assertThat(troubleOf(approvals.approved())).as(name).isNotInstanceOf(Trouble.OutcomeUnknown.class);
    }

    @Test
    void aSetThatIsNotFoundIsNotEmpty() {
        page(1, json(404, ERROR_JSON));
        assertThat(troubleOf(approvals.approved())).isInstanceOf(Trouble.NotFound.class);
    }

    @Test
    void theWholeSetIsSentInOneRequest() {
        eiger.answers("PUT", "/builds/approved", 204, "");
        done(approvals.approve(Set.of(new BuildId(OTHER), new BuildId(BUILD))));

        assertThat(eiger.requests()).hasSize(1);
        assertThat(eiger.requests().get(0).getBodyAsString())
                .isEqualTo("{\"builds\":[\"" + BUILD + "\",\"" + OTHER + "\"]}");
    }

    @Test
    void anEmptySetIsSentAsOne() {
        eiger.answers("PUT", "/builds/approved", 204, "");
        done(approvals.approve(Set.of()));
        assertThat(eiger.requests().get(0).getBodyAsString()).isEqualTo("{\"builds\":[]}");
    }

    @Test
    void turningOffIsOneRequest() {
        eiger.answers("DELETE", "/builds/approved", 204, "");
        done(approvals.disable());
        assertThat(eiger.requests()).hasSize(1);
    }

    private static void done(Mono<Void> write) {
        StepVerifier.create(write).expectComplete().verify(EigerServer.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void anAnswerThatSaysNothingForCertainIsUnknownAndNotSentAgain(int status) {
        eiger.answersAnything(json(status, "<html>Bad gateway</html>"));
        assertThat(troubleOf(approvals.approve(Set.of(new BuildId(BUILD))))).isInstanceOf(Trouble.OutcomeUnknown.class);
        assertThat(troubleOf(approvals.disable())).isInstanceOf(Trouble.OutcomeUnknown.class);
        assertThat(eiger.requests()).hasSize(2);
    }

    @Test
    void aBuildThatEigerDoesNotKnowIsNamedInTheRefusal() {
        eiger.answersAnything(json(400, "{\"message\":\"Build not found: " + OTHER + "\"}"));
        Trouble trouble = troubleOf(approvals.approve(Set.of(new BuildId(BUILD), new BuildId(OTHER))));
        assertThat(trouble).isInstanceOf(Trouble.Rejected.class);
        assertThat(trouble.sentence()).contains(OTHER);
    }
}
