package io.nordwand.person;

import static io.nordwand.farm.FarmFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.nordwand.database.DatabaseException;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PeopleSource;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.farm.record.UserRecord;
import io.nordwand.history.JobCount;
import io.nordwand.history.JobFilter;
import io.nordwand.history.JobPage;
import io.nordwand.history.Jobs;
import io.nordwand.history.Mirrors;
import io.nordwand.history.Progress;
import io.nordwand.web.MovableClock;
import io.nordwand.web.PageSite;
import io.nordwand.web.PageTest;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/** The list of people, how it is kept, and one person's page. */
@SpringBootTest(classes = PersonPageTests.Site.class)
class PersonPageTests extends PageTest {

    private static final AtomicReference<Mono<List<PersonRecord>>> ANSWER = new AtomicReference<>();
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final AtomicReference<@Nullable DatabaseException> FAILURE = new AtomicReference<>();
    private static final AtomicReference<Progress> PROGRESS = new AtomicReference<>();
    private static final MovableClock TIME = new MovableClock(NOW);
    private static final List<PersonRecord> THREE = List.of(
            new PersonRecord("u-1", "Lena Brunner", "lena@example.com"),
            new PersonRecord(null, "Marco", null),
            new PersonRecord(null, null, "tools@example.com"));

    private static final List<JobRecord> LATEST = new CopyOnWriteArrayList<>();

    @ComponentScan(basePackageClasses = PersonController.class)
    @Import(PageSite.class)
    @TestComponent
    static class Site {

        @Bean
        PeopleSource source() {
            return new PeopleSource() {
                @Override
                public Mono<List<PersonRecord>> people() {
                    return Mono.defer(() -> {
                        ASKED.incrementAndGet();
                        return ANSWER.get();
                    });
                }

                @Override
                public Mono<UserRecord> user(String id) {
                    return id.equals("u-1")
                            ? Mono.just(new UserRecord(THREE.get(0), NOW.minus(Duration.ofDays(3)), null))
                            : id.equals("u-9")
                                    ? Mono.just(new UserRecord(new PersonRecord("u-9", null, null), null, null))
                                    : Mono.error(new FarmException(new Trouble.NotFound("Nobody.", null)));
                }
            };
        }

        @Bean
        @Primary
        People fresh(PeopleSource source) {
            return new People(source, TIME);
        }

        @Bean
        Jobs jobs() {
            Jobs jobs = mock(Jobs.class);
            when(jobs.piece(any(), any(), anyInt()))
                    .thenAnswer(call -> FAILURE.get() != null
                            ? Mono.error(FAILURE.get())
                            : Mono.just(new JobPage(
                                    LATEST.stream()
                                            .filter(job -> call.<JobFilter>getArgument(0)
                                                            .state()
                                                            .isEmpty()
                                                    || job.state().equals("Backlogged"))
                                            .toList(),
                                    null,
                                    new JobCount(0, true))));
            return jobs;
        }

        @Bean
        Mirrors mirrors() {
            Mirrors mirrors = mock(Mirrors.class);
            when(mirrors.progress(any())).thenAnswer(asked -> PROGRESS.get());
            return mirrors;
        }
    }

    /** Each test finds a list that is to be read again. */
    @BeforeEach
    void later() {
        TIME.set(TIME.instant().plus(Duration.ofHours(2)));
        ANSWER.set(Mono.just(THREE));
        ASKED.set(0);
        FAILURE.set(null);
        PROGRESS.set(new Progress(true, 1, NOW, false, null));
        LATEST.clear();
    }

    private Document at(String path) {
        return Jsoup.parse(Objects.requireNonNull(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    @Test
    void peopleAreNamedAndLeadToTheirJobs() {
        Document page = at("/people");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "LELena Brunner lena@example.com Jobs Lena Brunner",
                        "MAMarco – Jobs Marco",
                        "?without a name tools@example.com");
        assertThat(page.select("tbody a[href^='/people/']").eachAttr("href")).containsExactly("/people/u-1");
        assertThat(page.select("tbody a[href^='/jobs']").eachAttr("href"))
                .containsExactly("/jobs?person=Lena+Brunner", "/jobs?person=Marco");
    }

    @Test
    void addressesAreForOperatorsOnly() {
        PageSite.VIEWER.set(new Viewer("nina", Role.VIEWER));
        assertThat(at("/people").html()).contains("Lena Brunner").doesNotContain("@example.com");
        assertThat(at("/people/u-1").html()).contains("Lena Brunner").doesNotContain("@example.com");
    }

    @Test
    void theListIsReadOnceAnHour() {
        at("/people");
        TIME.set(TIME.instant().plus(Duration.ofMinutes(59)));
        at("/people");
        assertThat(ASKED).hasValue(1);
        TIME.set(TIME.instant().plus(Duration.ofMinutes(2)));
        at("/people");
        assertThat(ASKED).hasValue(2);
    }

    @Test
    void anOldListStandsWithItsReasonAndIsTriedAgainAfterAMinute() {
        at("/people");
        TIME.set(TIME.instant().plus(Duration.ofHours(2)));
        ANSWER.set(Mono.error(new FarmException(new Trouble.Unavailable("Eiger is out of order.", null))));
        Document page = at("/people");
        assertThat(page.select("tbody tr")).hasSize(3);
        assertThat(page.select("#people-age.copy--late").text()).contains("Eiger is out of order.");
        at("/people");
        assertThat(ASKED).hasValue(2);

        TIME.set(TIME.instant().plus(Duration.ofMinutes(2)));
        ANSWER.set(Mono.just(THREE));
        assertThat(at("/people").select("#people-age.copy--late")).isEmpty();
    }

    @Test
    void aPersonsPageHasDatesAndADashForWhatIsMissing() {
        Document page = at("/people/u-1");
        assertThat(page.select("dl.kv").text()).contains("lena@example.com", "Mon 14:32", "–");
        assertThat(page.text()).contains("Nothing that they asked for waits on the backlog.", "No job names them.");
    }

    private static JobRecord job(String id, String state) {
        return new JobRecord(new JobId(id), null, null, "", state, "", THREE.get(0), null, null, NOW, null, null, null);
    }

    @Test
    void theStateOfAJobHasAColourAShapeAndAWord() {
        farms.show(FarmFixtures.farm(FarmFixtures.printing("X7-01", "Gear")));
        LATEST.addAll(List.of(
                job("job-X7-01", "Printing"),
                job("job-2", "Printing"),
                job("job-3", "Failed"),
                job("job-4", "Backlogged"),
                job("job-5", "Vaporized"),
                job("job-6", "")));
        Document page = at("/people/u-1");
        assertThat(page.select("section[aria-labelledby=h-jobs] td .js").eachText())
                .containsExactly("Printing", "Uncertain", "Failed", "Backlogged", "Vaporized", "No state given");
        assertThat(page.select("section[aria-labelledby=h-jobs] td .js").eachAttr("class"))
                .containsExactly(
                        "js js--run", "js js--warn", "js js--fail", "js js--mute", "js js--mute", "js js--mute");
        assertThat(page.select("section[aria-labelledby=h-jobs] td .js use").eachAttr("href"))
                .containsExactly("#i-play", "#i-circle-help", "#i-octagon-x", "#i-inbox", "#i-info", "#i-info");
        assertThat(page.select("section[aria-labelledby=h-requests] td .js").eachText())
                .containsExactly("Backlogged");
    }

    @Test
    void noneThatCouldNotBeLookedUpIsNotNone() {
        PROGRESS.set(new Progress(false, 12, null, false, null));
        assertThat(at("/people/u-1").text()).contains("None so far").doesNotContain("Nothing that they asked for");
        PROGRESS.set(new Progress(true, 12, NOW, false, null));
        FAILURE.set(new DatabaseException("Down.", new IllegalStateException()));
        assertThat(at("/people/u-1").text())
                .contains("own database does not answer")
                .doesNotContain("Nothing that they asked for", "No job names them");
        assertThat(at("/people/u-9").text())
                .as("jobs are found by name")
                .contains("This can’t be told: jobs are found by name")
                .doesNotContain("Nothing that they asked for", "No job names them");
    }

    @Test
    void somebodyUnknownIsNotFound() {
        client.get().uri("/people/u-2").exchange().expectStatus().isNotFound();
    }
}
