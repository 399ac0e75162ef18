package io.nordwand.eiger;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.nordwand.eiger.EigerFixtures.*;
import static io.nordwand.eiger.EigerServer.json;
import static io.nordwand.eiger.EigerServer.resultOf;
import static io.nordwand.eiger.EigerServer.troubleOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.JobId;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.Leaf;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.farm.record.Span;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTests {

    private static final Instant SINCE = Instant.parse("2026-02-12T09:00:00.700Z");
    private static final String ENDED_JSON = JOB_JSON.replace("\"Printing\"", "\"Completed\"")
            .replaceFirst("}$", """
            ,"build":%s,"device":%s,"source":"Eiger","initiator":{"id":null,"name":"Lena","email":"lena@example.com"},
             "requester":{"id":null,"name":null,"email":null}}""".formatted(BUILD_JSON.replaceFirst("}$", """
            ,"standard_costs":{"primary":3.5,"secondary":null,"tertiary":null,"fiber":-1,"total":20.25}}"""), DEVICE_JSON));

    private final EigerServer eiger = EigerServer.start();
    private final EigerRecords records = eiger.records();

    @AfterEach
    void requestsKeepToTheContract() {
        eiger.close();
    }

    @Test
    void readsAJobWithAllThatIsKeptOfIt() {
        eiger.answersAnything(json(200, ENDED_JSON));

        JobRecord job = resultOf(records.job(new JobId(JOB)));

        assertThat(job.id()).isEqualTo(new JobId(JOB));
        assertThat(job.state()).isEqualTo("Completed");
        assertThat(job.printer()).isEqualTo(new PrinterId(DEVICE));
        assertThat(job.printerName()).isEqualTo("Left");
        assertThat(job.source()).isEqualTo("Eiger");
        assertThat(job.initiator()).isEqualTo(new PersonRecord(null, "Lena", "lena@example.com"));
        assertThat(job.requester()).as("nobody at all").isNull();
        assertThat(job.queuedAt()).isNull();
        assertThat(job.updatedAt()).isEqualTo("2026-02-12T14:30:00Z");
        BuildRecord build = Objects.requireNonNull(job.build());
        assertThat(build.build().title()).isEqualTo("Bracket");
        assertThat(build.fiberCubicCentimetres()).isEqualTo(14.2);
        assertThat(build.inspected()).isFalse();
        assertThat(build.standardCosts()).isEqualTo(new Costs(3.5, null, null, null, 20.25));
        assertThat(build.customCosts()).isEqualTo(Costs.UNKNOWN);
    }

    @Test
    void anAnswerAboutAnotherJobIsUnreadable() {
        eiger.answers("GET", "/print_jobs/" + PART, 200, FULL_JOB_JSON);

        assertThat(troubleOf(records.job(new JobId(PART)))).isInstanceOf(Trouble.Unreadable.class);
    }

    @Test
    void asksForAPageOfWhatChangedOldestFirst() {
        eiger.wireMock()
                .stubFor(get(urlPathEqualTo(OpenApiContract.BASE + "/print_jobs"))
                        .withQueryParam("filter[updated_at][ge]", equalTo("2026-02-12T09:00:00Z"))
                        .withQueryParam("sort[by]", equalTo("updated_at"))
                        .withQueryParam("sort[order]", equalTo("asc"))
                        .withQueryParam("page[size]", equalTo("1000"))
                        .withQueryParam("page[number]", equalTo("3"))
                        .willReturn(json(200, page(true, FULL_JOB_JSON))));

        Leaf<JobRecord> leaf = resultOf(records.jobs(new Span(Span.By.UPDATED, SINCE), 3));

        assertThat(leaf.items()).extracting(JobRecord::id).containsExactly(new JobId(JOB));
        assertThat(leaf.more()).isTrue();
    }

    @Test
    void asksForAllJobsByTheTimeOfTheirMaking() {
        eiger.wireMock()
                .stubFor(get(urlPathEqualTo(OpenApiContract.BASE + "/print_jobs"))
                        .withQueryParam("sort[by]", equalTo("created_at"))
                        .withQueryParam("page[number]", equalTo("1"))
                        .willReturn(json(200, page(false, FULL_JOB_JSON))));

        assertThat(resultOf(records.jobs(Span.ALL, 1)).more()).isFalse();
        assertThat(eiger.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.getUrl()).doesNotContain("filter"));
    }

    @Test
    void asksForTheBacklog() {
        eiger.wireMock()
                .stubFor(get(urlPathEqualTo(OpenApiContract.BASE + "/print_jobs"))
                        .withQueryParam("filter[state][eq]", equalTo("Backlogged"))
                        .willReturn(json(200, page(false, FULL_JOB_JSON.replace("Printing", "Backlogged")))));

        assertThat(resultOf(records.backlog(1)).items())
                .extracting(JobRecord::state)
                .containsExactly("Backlogged");
    }

    @Test
    void buildsAreSortedByTheTimeOfTheirMakingSinceEigerHasNoOther() {
        eiger.wireMock()
                .stubFor(get(urlPathEqualTo(OpenApiContract.BASE + "/builds"))
                        .withQueryParam("filter[updated_at][ge]", equalTo("2026-02-12T09:00:00Z"))
                        .withQueryParam("sort[by]", equalTo("created_at"))
                        .willReturn(json(200, page(false, BUILD_JSON))));

        assertThat(resultOf(records.builds(new Span(Span.By.UPDATED, SINCE), 1)).items())
                .extracting(record -> record.build().id())
                .containsExactly(new BuildId(BUILD));
    }

    @Test
    void whatHasNoIdIsLeftOutAndCounted() {
        eiger.answers("GET", "/print_jobs", 200, page(true, FULL_JOB_JSON, FULL_JOB_JSON.replace(JOB, NIL)));

        Leaf<JobRecord> leaf = resultOf(records.jobs(Span.ALL, 1));

        assertThat(leaf.items()).hasSize(1);
        assertThat(leaf.received()).isEqualTo(2);
    }

    @Test
    void whatIsTooLongForAnIdIsNone() {
        eiger.answersAnything(json(200, page(false, FULL_JOB_JSON.replace(JOB, "x".repeat(5000)), FULL_JOB_JSON)));

        Leaf<JobRecord> leaf = resultOf(records.jobs(Span.ALL, 1));

        assertThat(leaf.items()).extracting(JobRecord::id).containsExactly(new JobId(JOB));
        assertThat(leaf.received()).isEqualTo(2);
    }

    @Test
    void aListThatIsNotFoundIsItsEnd() {
        eiger.answersAnything(json(404, ERROR_JSON));

        assertThat(resultOf(records.jobs(Span.ALL, 1))).isEqualTo(new Leaf<>(List.of(), 0, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"items\":null}", "{\"has_more_items\":false,\"items\":[{},{\"state\":\"x\"}]}"})
    void whatIsNoListIsNotAnEmptyOne(String body) {
        eiger.answersAnything(json(200, body));

        assertThat(troubleOf(records.jobs(Span.ALL, 1))).isInstanceOf(Trouble.Unreadable.class);
    }
}
