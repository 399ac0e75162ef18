package io.nordwand.eiger;

import static io.nordwand.eiger.EigerFixtures.BUILD;
import static io.nordwand.eiger.EigerFixtures.ERROR_JSON;
import static io.nordwand.eiger.EigerFixtures.JOB_JSON;
import static io.nordwand.eiger.EigerServer.json;
import static io.nordwand.eiger.EigerServer.troubleOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.nordwand.eiger.api.BuildsApi;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.RequestCommands;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

/** Asking Eiger for builds and taking that back: one request each, as the contract has it. */
class EigerRequestsTests {

    private static final EigerServer EIGER = EigerServer.start();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final RequestCommands commands = commands(EIGER);

    private static RequestCommands commands(EigerServer eiger) {
        return new EigerRequests(eiger.api(BuildsApi.class), new Refusals(EigerServer.sentences()));
    }

    @AfterEach
    void requestsKeepToTheContract() {
        EIGER.checkAndForget();
    }

    @AfterAll
    static void stop() {
        EIGER.close();
    }

    private static LoggedRequest only(EigerServer eiger) {
        assertThat(eiger.requests()).hasSize(1);
        return eiger.requests().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/job-requests/", "/backlog/"})
    void theJobThatWaitsIsNamedAndTheDayIsSent(String path) {
        EIGER.answers("POST", path + BUILD, 201, JOB_JSON);
        JobId job = EigerServer.resultOf(
                path.equals("/backlog/")
                        ? commands.backlog(new BuildId(BUILD), DAY)
                        : commands.request(new BuildId(BUILD), DAY));
        assertThat(JOB_JSON).contains(job.value());
        assertThat(only(EIGER).getBodyAsString()).isEqualTo("{\"dueDate\":\"2026-03-01\"}");
    }

    @Test
    void withoutADayTheBodyIsThereAndEmpty() {
        EIGER.answers("POST", "/job-requests/" + BUILD, 201, JOB_JSON);
        EigerServer.resultOf(commands.request(new BuildId(BUILD), null));
        assertThat(only(EIGER).getBodyAsString()).isEqualTo("{}");
    }

    @Test
    void withFormBodiesTheDayIsAField() {
        try (EigerServer forms = EigerServer.startWithForms()) {
            forms.answers("POST", "/backlog/" + BUILD, 201, JOB_JSON);
            EigerServer.resultOf(commands(forms).backlog(new BuildId(BUILD), DAY));
            assertThat(only(forms).getBodyAsString()).isEqualTo("dueDate=2026-03-01");
        }
    }

    @Test
    void withdrawingGoesByTheBuild() {
        EIGER.answers("DELETE", "/job-requests/" + BUILD, 204, "");
        StepVerifier.create(commands.withdraw(new BuildId(BUILD))).verifyComplete();
        assertThat(only(EIGER).getMethod().getName()).isEqualTo("DELETE");
    }

    @ParameterizedTest
    @CsvSource({
        "400, Rejected",
        "401, NotAuthorized",
        "404, NotFound",
        "500, OutcomeUnknown",
        "503, OutcomeUnknown",
    })
    void onlyWhatIsCertainIsCalledUndoneAndNothingIsSentAgain(int status, String trouble) {
        EIGER.answersAnything(json(status, ERROR_JSON));
        assertThat(troubleOf(commands.request(new BuildId(BUILD), null))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(trouble);
        assertThat(troubleOf(commands.backlog(new BuildId(BUILD), null))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(trouble);
        assertThat(troubleOf(commands.withdraw(new BuildId(BUILD))).getClass().getSimpleName())
                .isEqualTo(trouble);
        assertThat(EIGER.requests()).hasSize(3);
    }

    @Test
    void anAnswerThatNamesNoJobLeavesItUnknown() {
        EIGER.answersAnything(json(201, "{\"id\":\"\"}"));
        assertThat(troubleOf(commands.request(new BuildId(BUILD), null))).isInstanceOf(Trouble.OutcomeUnknown.class);
    }

    @Test
    void whatCantBeAnIdIsNotSent() {
        assertThat(troubleOf(commands.withdraw(new BuildId("..")))).isInstanceOf(Trouble.NotFound.class);
        assertThat(EIGER.requests()).isEmpty();
    }
}
