package io.nordwand.approval;

import static io.nordwand.approval.Office.id;
import static io.nordwand.farm.FarmFixtures.printer;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Deed;
import io.nordwand.audit.FakeAudit;
import io.nordwand.audit.Outcome;
import io.nordwand.database.Database;
import io.nordwand.database.TestDatabase;
import io.nordwand.dispatch.OrderSite;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.Approved;
import io.nordwand.history.ApprovalState;
import io.nordwand.history.Mirrors;
import io.nordwand.web.PageSite;
import io.nordwand.web.PageTest;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/** Approvals on the pages, without JavaScript: what is shown, what is sent, and what is said about it. */
@SpringBootTest(classes = ApprovalPageTests.Site.class)
class ApprovalPageTests extends PageTest {

    private static final String LIST = "/approvals";
    private static final String CHANGE = "/approvals/change";
    private static final String OFF = "/approvals/off";

    @Autowired
    private Office office;

    @Autowired
    private FakeAudit audit;

    @Autowired
    private FormerSets sets;

    private String session = "";

    @TestComponent
    @Import({
        PageSite.class,
        OrderSite.class,
        ApprovalController.class,
        ApprovalFinder.class,
        ApprovalPages.class,
        Change.class,
        Confirmed.class,
        DifferenceController.class,
        Drafts.class,
        FormerSets.class,
        BuildNames.class,
        OffController.class,
        OutcomeController.class,
        Proposals.class,
        SetController.class
    })
    static class Site {

        @Bean
        Office office() {
            return new Office();
        }

        @Bean
        Database database() {
            return TestDatabase.h2();
        }

        @Bean
        Mirrors mirrors(Office office) {
            return office.mirrors();
        }
    }

    @BeforeEach
    void anOffice() {
        session = UUID.randomUUID().toString();
        office.reset(120);
        office.is(Office.of(1, 2));
        show(printer("X7-01"));
    }

    private EntityExchangeResult<String> get(String path) {
        return client.get()
                .uri(path)
                .header("X-Session", session)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private Document look(String path) {
        EntityExchangeResult<String> result = get(path);
        assertThat(result.getStatus().value()).as(path).isEqualTo(200);
        return document(result);
    }

    private static Document document(EntityExchangeResult<String> result) {
        return Jsoup.parse(Objects.requireNonNullElse(result.getResponseBody(), ""));
    }

    private EntityExchangeResult<String> post(String path, MultiValueMap<String, String> form) {
        return client.post()
                .uri(path)
                .header("X-Session", session)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static String location(EntityExchangeResult<String> answer) {
        assertThat(answer.getStatus().value()).isEqualTo(303);
        return String.valueOf(answer.getResponseHeaders().getLocation());
    }

    /** What the page's form would send, with these boxes ticked beside or instead of those that are. */
    private static MultiValueMap<String, String> form(Document page, String action) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        page.expectFirst("form[action=" + action + "]")
                .select("input[name]:not([type=checkbox]), input[type=checkbox][checked]")
                .forEach(input -> form.add(input.attr("name"), input.attr("value")));
        return form;
    }

    /** Ticks and unticks on a page of the list, then goes on. */
    private String tick(String path, String go, List<Integer> on, List<Integer> off) {
        MultiValueMap<String, String> form = form(look(path), "/approvals/draft");
        on.forEach(number -> form.add("tick", id(number).value()));
        List<String> ticks = new ArrayList<>(form.getOrDefault("tick", List.of()));
        off.forEach(number -> ticks.remove(id(number).value()));
        form.put("tick", ticks);
        form.set("go", go);
        return location(post("/approvals/draft", form));
    }

    private Document difference(List<Integer> on, List<Integer> off) {
        assertThat(tick(LIST, CHANGE, on, off)).isEqualTo(CHANGE);
        return look(CHANGE);
    }

    private static List<String> builds(Document page, String group) {
        return page.select("#" + group + " [data-build]").eachAttr("data-build");
    }

    private static String[] ids(Integer... numbers) {
        return List.of(numbers).stream().map(number -> id(number).value()).toArray(String[]::new);
    }

    private Document confirm(Document page) {
        return look(location(post(CHANGE, form(page, CHANGE))));
    }

    private Document settled(Document page) {
        String path = page.select("#outcome").attr("hx-get");
        Document now = page;
        long end = System.nanoTime() + 20_000_000_000L;
        while (now.select("#outcome[data-state=checking]").size() == 1 && System.nanoTime() < end) {
            now = look(path);
        }
        return now;
    }

    private static String state(Document page) {
        return page.select("#outcome").attr("data-state");
    }

    @Test
    void theListTellsTheThreeStatesApart() {
        Document on = look(LIST);
        assertThat(on.select("#approval-state").attr("data-approvals")).isEqualTo("on");
        assertThat(on.select("tr[data-approved=true]")).hasSize(2);
        assertThat(on.select("tr[data-approved=false]")).hasSize(48);
        assertThat(on.select("input[name=tick][checked]").eachAttr("value")).containsExactlyInAnyOrder(ids(1, 2));

        office.is(Approved.OFF);
        Document off = look(LIST);
        assertThat(off.select("#approval-state").text()).contains("Approvals are off", "Every build may be printed");
        assertThat(off.select("tr[data-approved=off]")).hasSize(50);

        office.is(Office.of());
        assertThat(look(LIST).select("#approval-state").text()).contains("No build is approved");

        office.reset(3);
        Document unknown = look(LIST);
        assertThat(unknown.select("#approval-state").attr("data-approvals")).isEqualTo("unknown");
        assertThat(unknown.select("tr[data-approved=unknown]")).hasSize(3);
        assertThat(unknown.select("input[name=tick], #approval-review")).isEmpty();
    }

    @Test
    void whoOnlyLooksHasNoTicks() {
        PageSite.VIEWER.set(new Viewer("vera", Role.VIEWER));
        Document page = look(LIST);
        assertThat(page.select("tr[data-approved]")).hasSize(50);
        assertThat(page.select("input[name=tick], form[method=post], a[href='/approvals/off']"))
                .isEmpty();
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo("/approvals?page=2");
    }

    @Test
    void ticksStayWhileOneLeafs() {
        assertThat(tick(LIST, "/approvals?page=3", List.of(5), List.of(2))).isEqualTo("/approvals?page=3");
        tick("/approvals?page=3", LIST, List.of(117), List.of());

        Document page = look(LIST);
        assertThat(page.select("input[name=tick][checked]").eachAttr("value")).containsExactlyInAnyOrder(ids(1, 5));
        assertThat(page.select("#approval-sum").text()).contains("2 newly approved, 1 lose approval");
        assertThat(look("/approvals?page=3").select("input[name=tick][checked]").eachAttr("value"))
                .containsExactly(ids(117));
        assertThat(office.calls).isEmpty();
    }

    @Test
    void aTickLeadsNowhereElse() {
        assertThat(tick(LIST, "https://example.com/", List.of(), List.of())).isEqualTo(LIST);
        assertThat(tick(LIST, "/audit", List.of(), List.of())).isEqualTo(LIST);
    }

    @Test
    void ticksCanBeForgottenAndAreNobodyElses() {
        tick(LIST, LIST, List.of(5), List.of());
        String mine = session;
        session = "another";
        assertThat(look(LIST).select("#approval-sum").text()).contains("No changes");
        session = mine;
        assertThat(location(post("/approvals/draft/drop", new LinkedMultiValueMap<>())))
                .isEqualTo(LIST);
        assertThat(look(LIST).select("#approval-sum").text()).contains("No changes");
    }

    @Test
    void anAddressCanNameABuildToBeginWith() {
        Document page = look("/approvals?tick=" + id(118).value());
        assertThat(page.select("tbody tr:first-child").attr("id")).isEqualTo("build-" + id(118).value());
        assertThat(page.select("tbody tr:first-child input[name=tick]").hasAttr("checked"))
                .isTrue();
        MultiValueMap<String, String> form = form(page, "/approvals/draft");
        form.set("go", CHANGE);
        post("/approvals/draft", form);
        assertThat(builds(look(CHANGE), "gained")).containsExactly(ids(118));
    }

    @Test
    void theDifferenceIsToTheSetAsItIsNow() {
        tick(LIST, LIST, List.of(5), List.of(2));
        office.truth = Office.of(1, 2, 7);

        Document page = look(CHANGE);
        assertThat(page.select("#difference").text()).isEqualTo("1 newly approved, 1 lose approval");
        assertThat(builds(page, "gained")).containsExactly(ids(5));
        assertThat(builds(page, "lost")).containsExactly(ids(2));
        assertThat(page.text()).contains("3 builds are approved now, 3 afterwards");
        assertThat(office.calls).containsExactly("read");

        assertThat(state(confirm(page))).isEqualTo("done");
        assertThat(office.truth).isEqualTo(Office.of(1, 5, 7));
    }

    @Test
    void withoutAWishThereIsNothingToConfirm() {
        assertThat(look(CHANGE).select("#no-change")).hasSize(1);
        office.truth = Approved.OFF;
        Document off = look(CHANGE);
        assertThat(off.select("#no-change")).hasSize(1);
        assertThat(off.select("form[method=post]")).isEmpty();
    }

    @Test
    void theSetIsReadBeforeAndAfterItIsReplacedOnce() {
        Document page = difference(List.of(5), List.of());
        office.calls.clear();
        Document outcome = confirm(page);

        assertThat(office.calls).containsExactly("read", "put 3", "read");
        assertThat(office.truth).isEqualTo(Office.of(1, 2, 5));
        assertThat(outcome.select("#as-asked")).hasSize(1);
        assertThat(outcome.select("#now").text()).contains("3 builds are approved");
        assertThat(look(LIST).select("#approval-sum").text()).contains("No changes");
        FakeAudit.Entry deed = audit.entries().get(audit.entries().size() - 1);
        assertThat(deed.deed().operation()).isEqualTo("approve");
        assertThat(deed.deed().subject()).isEqualTo("3 builds approved: 1 newly approved, 0 lose approval");
        assertThat(deed.outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.DONE);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsShownAndNotOverwritten() {
        Document page = difference(List.of(5), List.of(2));
        office.truth = Office.of(1, 2, 9);
        Document outcome = confirm(page);

        assertThat(state(outcome)).isEqualTo("changed");
        assertThat(office.writes()).isEmpty();
        assertThat(outcome.select("a[href='" + CHANGE + "']")).hasSize(1);
        Document again = look(CHANGE);
        assertThat(builds(again, "gained")).containsExactly(ids(5));
        assertThat(again.text()).contains("3 builds are approved now");
        assertThat(state(confirm(again))).isEqualTo("done");
        assertThat(office.truth).isEqualTo(Office.of(1, 5, 9));
    }

    @Test
    void whatSomebodyElseChangesInTheVeryMomentIsSeenWhenReadBack() {
        Document page = difference(List.of(5), List.of());
        office.answer = () -> {
            office.truth = Office.of(2, 5, 9);
            return Mono.empty();
        };
        Document outcome = confirm(page);

        assertThat(state(outcome)).isEqualTo("done");
        assertThat(outcome.select("#differs")).hasSize(1);
        assertThat(builds(outcome, "missing")).containsExactly(ids(1));
        assertThat(builds(outcome, "extra")).containsExactly(ids(9));
    }

    @Test
    void aDoubleClickSendsOnce() {
        Document page = difference(List.of(5), List.of());
        MultiValueMap<String, String> form = form(page, CHANGE);
        String first = location(post(CHANGE, form));
        assertThat(location(post(CHANGE, form))).isEqualTo(first);
        assertThat(office.writes()).containsExactly("put 3");
    }

    @Test
    void ofManyWhoSendTheSameFormAtOnceOneIsCarriedOut() throws Exception {
        MultiValueMap<String, String> form = form(difference(List.of(5), List.of()), CHANGE);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> eight = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<String>) () -> location(post(CHANGE, form)))
                    .toList();
            List<String> pages = new ArrayList<>();
            for (Future<String> each : pool.invokeAll(eight)) {
                pages.add(each.get());
            }
            assertThat(pages).containsOnly(pages.get(0));
        } finally {
            pool.shutdownNow();
        }
        assertThat(office.writes()).containsExactly("put 3");
    }

    @Test
    void aSecondTabCannotActAsWell() {
        Document first = difference(List.of(5), List.of());
        Document second = difference(List.of(6), List.of());
        confirm(first);
        EntityExchangeResult<String> answer = post(CHANGE, form(second, CHANGE));
        assertThat(answer.getStatus().value()).isEqualTo(409);
        assertThat(document(answer).text()).contains("older than your last action");
        assertThat(office.writes()).containsExactly("put 3");
    }

    @Test
    void aLostAnswerIsSettledByReading() {
        office.answer = () -> Mono.error(new FarmException(new Trouble.OutcomeUnknown("No answer came.", "ref-9")));
        Document done = settled(confirm(difference(List.of(5), List.of())));
        assertThat(state(done)).isEqualTo("found-done");
        assertThat(done.select("#as-asked")).hasSize(1);
        assertThat(done.text()).contains("ref-9");

        office.works = false;
        Document not = settled(confirm(difference(List.of(6), List.of())));
        assertThat(state(not)).isEqualTo("found-not-done");
        assertThat(not.select("#differs")).isEmpty();
        assertThat(office.writes()).containsExactly("put 3", "put 4");
    }

    @Test
    void aLostAnswerWhereSomebodyElseChangedSomethingCannotBeTold() {
        office.answer = () -> {
            office.truth = Office.of(77);
            return Mono.error(new FarmException(new Trouble.OutcomeUnknown("No answer came.", null)));
        };
        Document page = settled(confirm(difference(List.of(5), List.of())));
        assertThat(state(page)).isEqualTo("cant-tell");
        assertThat(page.select("#now").text()).contains("One build is approved");
    }

    @ParameterizedTest
    @MethodSource("io.nordwand.approval.ApprovalPageTests#refusals")
    void aRefusalIsSaidInEigersWordsAndNothingChanges(Trouble trouble) {
        office.works = false;
        office.answer = () -> Mono.error(new FarmException(trouble));
        Document page = confirm(difference(List.of(5), List.of()));

        assertThat(state(page)).isEqualTo("refused");
        assertThat(page.select("#outcome").text()).contains(trouble.sentence());
        assertThat(office.writes()).containsExactly("put 3");
        assertThat(office.truth).isEqualTo(Office.of(1, 2));
    }

    static List<Trouble> refusals() {
        return List.of(
                new Trouble.Rejected("Eiger refused the request (400).", "ref-4"),
                new Trouble.NotAuthorized("Eiger refused the keys (401).", null),
                new Trouble.NotFound("Eiger does not know this.", null),
                new Trouble.Unavailable("Eiger cannot be reached.", null));
    }

    @Test
    void aBuildThatEigerDoesNotKnowAnyMoreIsNamed() {
        office.works = false;
        office.answer = () -> Mono.error(new FarmException(new Trouble.Rejected(
                "Eiger says: Build not found: " + id(5).value().toUpperCase(Locale.ROOT), null)));
        Document page = confirm(difference(List.of(5), List.of()));
        assertThat(builds(page, "unknown-builds")).containsExactly(ids(5));
    }

    @Test
    void nothingIsSentWhenTheSetCannotBeReadFirst() {
        Document page = difference(List.of(5), List.of());
        office.unreadable = new Trouble.Unreadable("That was HTML.", null);
        Document outcome = confirm(page);
        assertThat(state(outcome)).isEqualTo("not-sent");
        assertThat(outcome.text()).contains("That was HTML.", "could not be read now");
        assertThat(office.writes()).isEmpty();

        EntityExchangeResult<String> change = get(CHANGE);
        assertThat(change.getStatus().value()).isEqualTo(502);
        assertThat(document(change).select("form[method=post]")).isEmpty();
    }

    private void waits(String printer, int number) {
        QueueEntry entry = new QueueEntry(
                new EntryId("entry-1"),
                "Queued",
                Office.NOW,
                office.builds.get(number).build(),
                null);
        show(FarmFixtures.with(printer(printer), new PrintQueue(List.of(entry), Office.NOW)));
    }

    @Test
    void buildsThatWaitInQueuesAndLoseTheirPermissionAreMarked() {
        waits("X7-09", 2);
        Document page = difference(List.of(5), List.of(1, 2));
        assertThat(builds(page, "stopped")).containsExactly(ids(2));
        assertThat(page.select("#lost [data-build=" + id(2).value() + "]").text())
                .contains("waits at X7-09");
        assertThat(page.select("#lost [data-build=" + id(1).value() + "]").text())
                .doesNotContain("waits");
    }

    @Test
    void fromOffThereIsAnExtraWarning() {
        office.is(Approved.OFF);
        waits("X7-09", 2);
        Document page = difference(List.of(5), List.of());
        assertThat(page.select("#from-off").text()).contains("turns approvals on", "loses its permission");
        assertThat(builds(page, "stopped")).containsExactly(ids(2));
        assertThat(state(confirm(page))).isEqualTo("done");
        assertThat(office.truth).isEqualTo(Office.of(5));
    }

    @Test
    void anEmptySetIsPossibleAndWarnedOf() {
        Document page = difference(List.of(), List.of(1, 2));
        assertThat(page.select("#empties")).hasSize(1);
        assertThat(state(confirm(page))).isEqualTo("done");
        assertThat(office.writes()).containsExactly("put 0");
        assertThat(office.truth).isEqualTo(Office.of());
    }

    @Test
    void turningOffNeedsTheWord() {
        MultiValueMap<String, String> form = form(look(OFF), OFF);
        form.set("word", "on");
        EntityExchangeResult<String> answer = post(OFF, form);
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(document(answer).select("#word-problem")).hasSize(1);
        assertThat(office.writes()).isEmpty();
    }

    private Document off() {
        MultiValueMap<String, String> form = form(look(OFF), OFF);
        form.set("word", " OFF ");
        return look(location(post(OFF, form)));
    }

    @Test
    void theFormerSetIsKeptBeforeApprovalsAreTurnedOffAndCanBeBroughtBack() {
        List<Approved> kept = new ArrayList<>();
        office.before = () -> {
            Deed deed = audit.deeds().get(audit.deeds().size() - 1);
            kept.add(Objects.requireNonNull(sets.ofAction(deed.action()).block(Duration.ofSeconds(10)))
                    .before());
        };
        Document outcome = off();
        assertThat(kept).containsExactly(Office.of(1, 2));
        assertThat(state(outcome)).isEqualTo("done");
        assertThat(outcome.select("#now").attr("data-approvals")).isEqualTo("off");
        assertThat(office.truth).isEqualTo(Approved.OFF);

        String set = outcome.select("a[href^=/approvals/sets/]").attr("href");
        assertThat(set).endsWith(audit.deeds().get(audit.deeds().size() - 1).action());
        Document former = look(set);
        assertThat(builds(former, "former")).containsExactlyInAnyOrder(ids(1, 2));
        Document back = look(former.select("#restore").attr("href"));
        assertThat(builds(back, "gained")).containsExactlyInAnyOrder(ids(1, 2));
        assertThat(back.select("#from-off")).hasSize(1);
        assertThat(state(confirm(back))).isEqualTo("done");
        assertThat(office.truth).isEqualTo(Office.of(1, 2));
    }

    @Test
    void bringingBackChangesOnlyWhatIsShown() {
        confirm(difference(List.of(5), List.of(1)));
        String action = audit.deeds().get(audit.deeds().size() - 1).action();
        office.truth = Office.of(2, 5, 9);
        Document back = look(CHANGE + "?set=" + action);
        assertThat(builds(back, "gained")).containsExactly(ids(1));
        assertThat(builds(back, "lost")).containsExactlyInAnyOrder(ids(5, 9));
        confirm(back);
        assertThat(office.truth).isEqualTo(Office.of(1, 2));
    }

    @Test
    void aFormThatNobodyKnowsAnyMoreSendsNothing() {
        MultiValueMap<String, String> form = form(difference(List.of(5), List.of()), CHANGE);
        form.set("plan", "gone");
        assertThat(location(post(CHANGE, form))).isEqualTo(CHANGE + "?old=true");
        assertThat(look(CHANGE + "?old=true").text()).contains("That page was too old");
        MultiValueMap<String, String> stranger = form(look(CHANGE), CHANGE);
        session = "another";
        assertThat(location(post(CHANGE, stranger))).isEqualTo(CHANGE + "?old=true");
        assertThat(office.writes()).isEmpty();
    }

    @Test
    void aFormToApproveDoesNotTurnOffAndTheOtherWayRound() {
        String approve = form(difference(List.of(5), List.of()), CHANGE).getFirst("plan");
        MultiValueMap<String, String> off = form(look(OFF), OFF);
        String turnOff = off.getFirst("plan");
        off.set("plan", approve);
        off.set("word", "off");
        assertThat(location(post(OFF, off))).isEqualTo(OFF + "?old=true");
        MultiValueMap<String, String> change = form(look(CHANGE), CHANGE);
        change.set("plan", turnOff);
        assertThat(location(post(CHANGE, change))).isEqualTo(CHANGE + "?old=true");
        assertThat(office.writes()).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsNotFound() {
        for (String path : List.of("/approvals/changes/none", "/approvals/sets/none", CHANGE + "?set=none")) {
            assertThat(get(path).getStatus().value()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aBuildWithoutATitleIsNamedByItsId() {
        office.truth = Approved.of(List.of(new BuildId("foreign-1")));
        office.state = new ApprovalState(office.truth, Office.NOW, false, null);
        tick(LIST, LIST, List.of(5), List.of());
        office.is(Office.of(1, 2));
        office.truth = Approved.of(List.of(id(1), new BuildId("foreign-1")));
        Document page = look(CHANGE);
        assertThat(page.text()).contains("2 builds are approved now, 3 afterwards");
    }
}
