package io.nordwand.eiger;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.nordwand.eiger.EigerFixtures.*;
import static io.nordwand.eiger.EigerServer.resultOf;
import static io.nordwand.eiger.EigerServer.troubleOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.nordwand.eiger.api.JobsApi;
import io.nordwand.eiger.api.OrganizationApi;
import io.nordwand.eiger.api.PartsApi;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.PartReport;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.farm.record.ReportFile;
import io.nordwand.farm.record.UserRecord;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Inspection reports and people, every request and answer checked against the contract. */
class ReportAndPeopleTests {

    private static final String OTHER = "1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c42";
    private static final String REPORTS = "/print_jobs/" + JOB + "/scan_report";
    private static final String REPORT = "/printed_parts/" + PART + "/scan_report";

    private final EigerServer eiger = EigerServer.start();

    @AfterEach
    void requestsKeepToTheContract() {
        eiger.close();
    }

    private String home() {
        return "http://localhost:" + eiger.wireMock().port();
    }

    private EigerReports reports() {
        return new EigerReports(
                eiger.api(JobsApi.class),
                eiger.api(PartsApi.class),
                new ReportFiles(URI.create(home()), 1000),
                new Refusals(EigerServer.sentences()));
    }

    private EigerPeople people() {
        return new EigerPeople(eiger.api(OrganizationApi.class), new Refusals(EigerServer.sentences()));
    }

    private void lists(String link) {
        eiger.answers("GET", REPORTS, 200, """
                [{"printed_part_id":"%s","scan_report_url":"%s"},{"printed_part_id":"%s","scan_report_url":null}]""".formatted(PART, link, OTHER));
    }

    private void fileIs(ResponseDefinitionBuilder answer) {
        lists(home() + "/files/r.pdf?X-Token=t0k3n");
        eiger.wireMock().stubFor(get(urlPathEqualTo("/files/r.pdf")).willReturn(answer));
    }

    private ReportFile file() {
        List<ReportFile> files =
                resultOf(reports().files(new JobId(JOB), Set.of()).collectList());
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    @Test
    void theJobWideCallTellsWhichReportsAreThereAndOrdersNone() {
        lists("https://files.example.com/r.pdf");
        assertThat(resultOf(reports().reports(new JobId(JOB))))
                .containsExactly(new PartReport(PART, true), new PartReport(OTHER, false));
        assertThat(eiger.requests())
                .singleElement()
                .satisfies(sent -> assertThat(sent.getUrl()).endsWith(REPORTS));
    }

    @Test
    void anOrderIsOneCallAndSaysWhetherTheReportIsThere() {
        eiger.answers("GET", REPORT, 200, "{\"scan_report_url\":\"https://files.example.com/r.pdf\"}");
        assertThat(resultOf(reports().order(PART))).isTrue();
        eiger.answers("GET", REPORT, 200, "{\"scan_report_url\":null}");
        assertThat(resultOf(reports().order(PART))).isFalse();
        assertThat(eiger.requests()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"404, NotFound", "401, NotAuthorized", "500, OutcomeUnknown"})
    void anOrderThatFailsIsNeverRepeated(int status, String trouble) {
        eiger.answers("GET", REPORT, status, ERROR_JSON);
        assertThat(troubleOf(reports().order(PART)).getClass().getSimpleName()).isEqualTo(trouble);
        assertThat(eiger.requests()).hasSize(1);
    }

    @Test
    void aFileIsFetchedWithoutKeysWhenItIsAskedFor() {
        fileIs(aResponse().withBody("%PDF-1.7 ..."));
        ReportFile file = file();
        assertThat(file.pdf()).isTrue();
        assertThat(eiger.requests()).noneMatch(sent -> sent.getUrl().startsWith("/files"));

        assertThat(bytes(file)).isEqualTo("%PDF-1.7 ...");
        assertThat(eiger.requests())
                .filteredOn(sent -> sent.getUrl().startsWith("/files"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.getHeader("Authorization")).isNull());
    }

    private static String bytes(ReportFile file) {
        return resultOf(file.content()
                .map(piece -> StandardCharsets.UTF_8.decode(piece).toString())
                .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 500})
    void aLinkThatDoesNotLeadToTheFileGivesNone(int status) {
        fileIs(aResponse()
                .withStatus(status)
                .withHeader("Location", home() + "/files/s.pdf")
                .withBody("secret"));
        assertThat(troubleOf(file().content().then())).isInstanceOf(Trouble.Unreadable.class);
    }

    @Test
    void aFileThatIsTooLargeEndsInAnError() {
        fileIs(aResponse().withBody("x".repeat(1001)));
        StepVerifier.create(file().content().thenMany(Flux.<ByteBuffer>empty()))
                .verifyErrorSatisfies(error -> assertThat(error).hasNoCause());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "ftp://files.example.com/r.pdf",
                "https://user@localhost/r.pdf"
            })
    void aLinkIntoThisHouseIsNotFollowed(String link) {
        lists(link);
        assertThat(troubleOf(file().content().then())).isInstanceOf(Trouble.Unreadable.class);
        assertThat(eiger.requests()).hasSize(1);
    }

    @Test
    void anIdThatCouldLeadElsewhereIsNotSent() {
        assertThat(troubleOf(reports().order("../devices"))).isInstanceOf(Trouble.NotFound.class);
        assertThat(troubleOf(people().user("a/b"))).isInstanceOf(Trouble.NotFound.class);
        assertThat(eiger.requests()).isEmpty();
    }

    @Test
    void peopleWithoutAnIdAreKeptApartByAllElse() {
        eiger.answers("GET", "/users", 200, page(false, """
                {"id":"%s","name":"Lena","email":"lena@example.com"}""".formatted(PART), """
                {"id":null,"name":"Marco","email":null}""", """
                {"id":null,"name":null,"email":"tools@example.com"}""", """
                {"id":null,"name":null,"email":null}"""));
        Mono<List<PersonRecord>> all = people().people();
        assertThat(resultOf(all))
                .containsExactly(
                        new PersonRecord(PART, "Lena", "lena@example.com"),
                        new PersonRecord(null, "Marco", null),
                        new PersonRecord(null, null, "tools@example.com"));
    }

    @Test
    void aPersonComesWithTheDatesThatTheListLacks() {
        eiger.answers("GET", "/users/" + PART, 200, """
                {"id":"%s","name":"Lena","email":"lena@example.com","created_at":"2025-01-02T03:04:05Z",
                "updated_at":"2025-02-03T04:05:06Z"}""".formatted(PART));
        assertThat(resultOf(people().user(PART)))
                .isEqualTo(new UserRecord(
                        new PersonRecord(PART, "Lena", "lena@example.com"),
                        Instant.parse("2025-01-02T03:04:05Z"),
                        Instant.parse("2025-02-03T04:05:06Z")));
    }

    @Test
    void anAnswerAboutSomebodyElseIsUnreadable() {
        eiger.answers("GET", "/users/" + PART, 200, """
                {"id":"%s","name":"Lena","email":"lena@example.com"}""".formatted(OTHER));
        assertThat(troubleOf(people().user(PART))).isInstanceOf(Trouble.Unreadable.class);
    }
}
