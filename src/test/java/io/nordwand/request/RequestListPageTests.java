package io.nordwand.request;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.history.Backlog;
import io.nordwand.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** The list of what is asked for: who sees what, filters, order, its states and its stream. */
class RequestListPageTests extends RequestPageTest {

    private static final Instant EARLIER = NOW.minus(Duration.ofDays(2));

    private static String row(JobRecord job) {
        return "#request-" + job.id().value();
    }

    @Test
    void anEmptyBacklogSaysWhereToBegin() {
        Document page = page("/requests");
        assertThat(page.select("#request-list h2").text()).isEqualTo("Nothing is asked for");
        assertThat(page.select("#request-list a").attr("href")).isEqualTo("/builds");
    }

    @Test
    void whatIsNotReadYetIsNotCalledEmpty() {
        eiger.whole = false;
        assertThat(page("/requests").select("#request-list h2").text()).isEqualTo("Eiger’s list is being read");
    }

    @Test
    void aRequestShowsWhatOnlyWeKnowOfIt() {
        JobRecord job = filed("Gripper", "anna", "for <line> 3", TODAY.plusDays(1));
        Document page = page("/requests");
        assertThat(page.select(row(job)).text())
                .contains("Gripper", "for <line> 3", "Fri 13 Feb", "tomorrow", "7 h 05 min", "anna", "Backlogged");
        assertThat(page.select(row(job) + " a").eachAttr("href"))
                .contains("/builds/build-Gripper", "/builds/build-Gripper/send", "/printers/id-X7-01");
        assertThat(page.select(row(job) + " img").attr("src")).isEqualTo("/builds/build-Gripper/preview");
        assertThat(page.select(row(job)).attr("data-risk")).isEqualTo("sure");
        assertThat(page.select(row(job) + " .risk").text()).contains("In time on X7-01 (ends 21:35)");
    }

    @Test
    void addressesAreForOperatorsAndNamesForAll() {
        eiger.waits(FakeBacklog.build("Gripper"), "Priya", EARLIER);
        eiger.read();
        assertThat(page("/requests").select("#request-rows").text()).contains("Priya", "Priya@example.com");
        as("vera", Role.VIEWER);
        assertThat(page("/requests").select("#request-rows").text())
                .contains("Priya")
                .doesNotContain("@example.com");
    }

    @Test
    void viewersMaySendNothingAndWithdrawOnlyTheirOwn() {
        JobRecord theirs = filed("Gripper", "anna", "", null);
        JobRecord own = filed("Bracket", "vera", "", null);
        as("vera", Role.VIEWER);
        Document page = page("/requests");
        assertThat(page.select("#request-rows a[href$=/send]")).isEmpty();
        assertThat(page.select(row(own) + " a[href$=/withdraw]")).hasSize(1);
        assertThat(page.select(row(theirs) + " a[href$=/withdraw]")).isEmpty();
    }

    @Test
    void lateOnesComeFirstWithThePrinterThatWouldSaveThem() {
        show(printing("X7-01", "Running"), printer("X7-02"));
        JobRecord early = filed("Gripper", "anna", "", TODAY);
        JobRecord late = filed("Bracket", "anna", "", TODAY);
        JobRecord some = filed("Gripper", "anna", "", null);
        Document page = page("/requests");

        assertThat(page.select("#request-rows tr").eachAttr("id"))
                .containsExactly(
                        "requests-late",
                        late.id().value().replace("job", "request-job"),
                        "requests-risk",
                        early.id().value().replace("job", "request-job"),
                        "requests-some-day",
                        some.id().value().replace("job", "request-job"));
        assertThat(page.select(row(early) + " .risk").text()).contains("In time only on X7-02 (ends 21:35)");
        assertThat(page.select(row(late) + " .risk").text())
                .contains("Late by", "even on", "In time if sent before the others, on X7-02 (ends 21:35)");
        assertThat(page.select("#request-sums").text()).isEqualTo("3 wait, 1 would be too late");
    }

    @Test
    void whatIsNotKnownIsNeverInTime() {
        JobRecord job = filed("Gripper", "anna", "", TODAY.plusDays(9));
        show(List.of());
        assertThat(page("/requests").select(row(job) + " .risk").text())
                .isEqualTo("Can’t tell: no printer suits it now");
        eiger.eiger.add(FakeBacklog.job("job-bare", null, "Backlogged", null, EARLIER));
        eiger.read();
        assertThat(page("/requests").select("#request-job-bare").text()).contains("Eiger does not say which build");
    }

    @Test
    void aDayThatIsOverIsLate() {
        JobRecord job = filed("Gripper", "anna", "", TODAY.minusDays(2));
        Document page = page("/requests");
        assertThat(page.select(row(job)).text()).contains("2 days late", "Late by 1 d 21 h");
        assertThat(page.select(row(job) + " .late")).hasSize(1);
    }

    @Test
    void aBuildThatWaitsInAQueueAlreadySaysSo() {
        JobRecord job = filed("Gripper", "anna", "", null);
        show(FarmFixtures.queued(printer("X7-01"), "Gripper", "Gripper"), printing("X7-02", "Gripper"));
        Document page = page("/requests");
        assertThat(page.select(row(job)).text())
                .contains("waits in 2 places of queues already", "a printer works on it");
        assertThat(page.select(row(job) + " a[href^=/queues]").attr("href"))
                .isEqualTo("/queues?build=build-Gripper&show=all");
    }

    @Test
    void filtersStandInTheAddressInTheFormAndInChips() {
        JobRecord own = filed("Gripper", "lena", "", null);
        JobRecord other = filed("Bracket", "anna", "urgent", TODAY.minusDays(1));
        assertThat(ids("/requests?mine=1")).containsExactly(own.id().value());
        assertThat(ids("/requests?late=1")).containsExactly(other.id().value());
        assertThat(ids("/requests?undated=1")).containsExactly(own.id().value());
        assertThat(ids("/requests?q=urgnt")).containsExactly(other.id().value());
        assertThat(ids("/requests?q=anna")).containsExactly(other.id().value());
        assertThat(ids("/requests?sort=age&page=99999")).isEmpty();

        Document page = page("/requests?mine=1&late=1&q=x&sort=due");
        assertThat(page.select("#request-list h2").text()).isEqualTo("No request matches");
        assertThat(page.select("#applied a").eachAttr("href"))
                .containsExactly(
                        "/requests?mine=1&late=1&sort=due",
                        "/requests?q=x&late=1&sort=due",
                        "/requests?q=x&mine=1&sort=due",
                        "/requests?sort=due");
        assertThat(page.select("form#request-filters [checked]").eachAttr("name"))
                .containsExactly("mine", "late");
        assertThat(page.select("option[selected]").attr("value")).isEqualTo("due");
    }

    private List<String> ids(String url) {
        return page(url).select("#request-rows tr:not(.groupline)").eachAttr("id").stream()
                .map(id -> id.substring("request-".length()))
                .toList();
    }

    @Test
    void theDayAndTheAgeSortAsTheySay() {
        JobRecord later = filed("Gripper", "anna", "", TODAY.plusDays(5));
        JobRecord sooner = filed("Bracket", "anna", "", TODAY.plusDays(3));
        JobRecord oldest = eiger.waits(FakeBacklog.build("Gripper"), null, EARLIER);
        eiger.read();
        assertThat(ids("/requests?sort=due"))
                .containsExactly(
                        sooner.id().value(), later.id().value(), oldest.id().value());
        assertThat(ids("/requests?sort=age").get(0)).isEqualTo(oldest.id().value());
        assertThat(page("/requests?sort=due").select(".groupline")).isEmpty();
    }

    @Test
    void moreThanAPageHasPages() {
        for (int i = 0; i < 130; i++) {
            eiger.waits(FakeBacklog.build("Gripper"), null, EARLIER.plusSeconds(i));
        }
        eiger.read();
        assertThat(ids("/requests?sort=age")).hasSize(100);
        assertThat(page("/requests?sort=age").select("a[rel=next]").attr("href"))
                .isEqualTo("/requests?sort=age&page=2");
        Document second = page("/requests?sort=age&page=2");
        assertThat(second.select("#request-rows tr")).hasSize(30);
        assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo("/requests?sort=age");
    }

    @Test
    void whereMoreWaitThanAreLookedAtThePageSaysSoAndNobodysIsCalledGone() {
        for (int i = 0; i < Backlog.MOST; i++) {
            eiger.waits(FakeBacklog.build("Gripper"), null, EARLIER);
        }
        filed("Gear", "lena", "", null);
        eiger.read();
        as("lena", Role.VIEWER);
        Document page = page("/requests?mine=1");
        assertThat(page.expectFirst("#request-sums").text()).startsWith("at least 2,000 wait");
        assertThat(page.select("#request-own li").eachAttr("data-fate")).containsExactly("waiting");
        assertThat(page.expectFirst("#request-own").text()).doesNotContain("No longer");
    }

    @Test
    void aChangeOfTheFiltersBringsTheRegionAlone() {
        filed("Gripper", "anna", "", null);
        Document part = document(get("/requests?undated=1", HTMX));
        assertThat(part.select("#requests")).hasSize(1);
        assertThat(part.select("h1")).isEmpty();
        assertThat(get("/requests?undated=1", HTMX).getResponseHeaders().getFirst("HX-Push-Url"))
                .isEqualTo("/requests?undated=1");
    }

    @Test
    void ownRequestsThatNoLongerWaitSayWhatBecameOfThem() {
        JobRecord job = filed("Gripper", "vera", "", null);
        filed("Bracket", "vera", "", null);
        eiger.eiger.clear();
        eiger.eiger.add(FakeBacklog.job(job.id().value(), FakeBacklog.build("Gripper"), "Completed", null, EARLIER));
        eiger.read();
        as("vera", Role.VIEWER);
        Document page = page("/requests?mine=1");
        assertThat(page.select("#request-own li").eachAttr("data-fate")).containsExactly("unseen", "gone-on");
        assertThat(page.select("#request-own").text()).contains("Eiger says: Completed");
        assertThat(page("/requests").select("#request-own li")).isEmpty();
        as("anna", Role.VIEWER);
        assertThat(page("/requests?mine=1").select("#request-own li")).isEmpty();
    }

    @Test
    void saysHowOldTheCopyIsAndWhatIsWrongWithIt() {
        eiger.unreadable = new Trouble.Unavailable("Eiger can’t be reached.", null);
        assertThat(page("/requests").select("#copy").text()).contains("Eiger can’t be reached.");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaid() {
        filed("Gripper", "anna", "", null);
        breakable.breakDown(true);
        var answer = get("/requests", PLAIN);
        assertThat(status(answer)).isEqualTo(503);
        assertThat(document(answer).select("#request-list h2").text()).isEqualTo("The database does not answer");
    }

    @Test
    void theStreamSendsWhatChangesAndNothingElse() {
        filed("Gripper", "anna", "", TODAY.plusDays(3));
        String url = page("/requests").select("#stream").attr("hx-sse:connect");
        StepVerifier.create(messages(url).map(message -> String.join(" ", targets(message))))
                .then(() -> eiger.waits(FakeBacklog.build("Bracket"), null, EARLIER))
                .then(eiger::read)
                .assertNext(
                        targets -> assertThat(targets).contains("#request-sums").doesNotContain("#request-list"))
                .then(() -> show(List.of()))
                .assertNext(targets -> assertThat(targets).contains("#requests-"))
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void aPageThatIsBehindGetsEverythingFirst() {
        JobRecord job = filed("Gripper", "anna", "", null);
        StepVerifier.create(messages("/requests/events?rev=-1"))
                .assertNext(message -> assertThat(message).contains(row(job).substring(1), "#request-list"))
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void aJobIsOnlyEverOneWishs() {
        JobRecord job = filed("Gripper", "anna", "mine", null);
        wishes.add(new Wishes.New(
                        "other",
                        "order-other",
                        Wish.Kind.REQUEST,
                        FakeBacklog.build("Gripper").id(),
                        "Gripper",
                        "bert",
                        "not mine",
                        null,
                        NOW,
                        Set.of()))
                .block(LONG);
        wishes.join("other", new JobId(job.id().value().toUpperCase(Locale.ROOT)))
                .block(LONG);
        assertThat(Objects.requireNonNull(wishes.from("other").block(LONG)).job())
                .isNull();
        assertThat(page("/requests").select(row(job)).text()).contains("mine").doesNotContain("not mine");
    }

    @Test
    void aThousandPrintersAndTwoHundredRequestsAreShownAtOnce() {
        List<Printer> printers = IntStream.range(0, 1000)
                .mapToObj(i -> i % 3 == 0 ? printing("X7-" + i, "Running") : printer("X7-" + i))
                .toList();
        show(printers);
        for (int i = 0; i < 200; i++) {
            eiger.waits(FakeBacklog.build("Part " + i), "Priya", EARLIER.plusSeconds(i));
        }
        eiger.read();
        page("/requests");
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            show(printers);
            long began = System.nanoTime();
            assertThat(page("/requests").select("#request-rows tr:not(.groupline)"))
                    .hasSize(100);
            times.add(Duration.ofNanos(System.nanoTime() - began));
        }
        assertThat(Collections.min(times)).as("%s", times).isLessThan(Duration.ofSeconds(1));
    }
}
