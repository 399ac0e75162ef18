package io.nordwand.eiger;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.nordwand.eiger.EigerFixtures.*;
import static io.nordwand.eiger.EigerServer.json;
import static io.nordwand.eiger.EigerServer.resultOf;
import static io.nordwand.eiger.EigerServer.troubleOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.nordwand.eiger.api.BuildsApi;
import io.nordwand.eiger.api.Pages;
import io.nordwand.eiger.api.Query;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class ListTests {

    private final EigerServer eiger = EigerServer.start();

    @AfterEach
    void requestsKeepToTheContract() {
        eiger.close();
    }

    private void page(int number, ResponseDefinitionBuilder answer) {
        eiger.wireMock()
                .stubFor(get(urlPathEqualTo(OpenApiContract.BASE + "/devices"))
                        .withQueryParam("page[number]", equalTo(Integer.toString(number)))
                        .willReturn(answer));
    }

    @Test
    void readsOnWhileThereIsMoreAndKeepsTheLaterCopyOfAShiftedItem() {
        page(1, json(200, EigerFixtures.page(true, device(DEVICE, "Early"))));
        page(2, json(200, EigerFixtures.page(true, device(DEVICE, "Late"), device(DEVICE_2, "Right"))));
        page(3, json(200, EigerFixtures.page(true)));

        assertThat(resultOf(eiger.source().printers()))
                .extracting(PrinterReport::name)
                .containsExactly("Late", "Right");
        assertThat(eiger.requests()).hasSize(3);
    }

    @Test
    void stopsWhenAPageBringsNothingNew() {
        eiger.answers("GET", "/devices", 200, EigerFixtures.page(true, DEVICE_JSON));

        assertThat(resultOf(eiger.source().printers())).hasSize(1);
        assertThat(eiger.requests()).hasSize(2);
    }

    @Test
    void failsAsAWholeWhenOnePageFails() {
        page(1, json(200, EigerFixtures.page(true, DEVICE_JSON)));
        page(2, json(400, ""));

        assertThat(troubleOf(eiger.source().printers())).isInstanceOf(Trouble.Rejected.class);
    }

    @Test
    void aListThatIsNotFoundIsEmpty() {
        eiger.answers("GET", "/devices", 404, ERROR_JSON);

        assertThat(resultOf(eiger.source().printers())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"items\":null}",
                "{\"items\":{}}",
                "{\"message\":\"hello\"}",
                "{\"has_more_items\":false,\"items\":[{},{\"name\":\"x\"}]}"
            })
    void anAnswerThatIsNoListIsNotAnEmptyFarm(String body) {
        eiger.answersAnything(json(200, body));

        assertThat(troubleOf(eiger.source().printers())).isInstanceOf(Trouble.Unreadable.class);
    }

    @Test
    void oneBadItemDoesNotCostTheOthers() {
        eiger.answersAnything(json(
                200,
                EigerFixtures.page(
                        false, "null", "7", "\"x\"", "[]", "{\"id\":null}", device(NIL, "Nil"), DEVICE_JSON)));

        assertThat(resultOf(eiger.source().printers()))
                .extracting(PrinterReport::name)
                .containsExactly("Left");
    }

    @Test
    void approvalsThatAreOffAreNotAnEmptyList() {
        Pages<?> approved = Pages.of(
                eiger.api(BuildsApi.class)::listApprovedBuilds,
                wire -> Ids.known(wire.id()),
                new Trouble.Unreadable("", null));

        eiger.answers("GET", "/builds/approved", 204, "");
        StepVerifier.create(approved.all(Query.unsorted())).expectComplete().verify(EigerServer.LONGEST);

        eiger.answers("GET", "/builds/approved", 200, EigerFixtures.page(false));
        assertThat(resultOf(approved.all(Query.unsorted()))).isEmpty();
    }
}
