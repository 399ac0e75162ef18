package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.Eventually;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import io.nordwand.web.TemplateRules;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

class PlanPageTests extends Site {

    private static final AtomicInteger PRINTERS = new AtomicInteger();

    // The module remembers what was done at a printer, so each test has some of its own.
    private final String from = "A-" + PRINTERS.incrementAndGet();
    private final String to = "B-" + PRINTERS.get();
    private final PrinterId fromId = Queues.id(from);
    private final PrinterId toId = Queues.id(to);
    private final String at = "/printers/" + fromId;

    private Queues queues;

    @Autowired
    Actions actions;

    @BeforeEach
    void twoPrinters() {
        queues = new Queues(eiger).with(from, "Gear", "Bracket", "Clamp").with(to, "Hub");
    }

    private String entry(String title) {
        return from + "-" + title;
    }

    private Document plan(String entry, PrinterId target, String place) {
        return page(at + "/queue/plan?entry=" + entry + "&to=" + target + place, HTMX);
    }

    private String html(String path, Consumer<HttpHeaders> browser) {
        return Objects.requireNonNull(get(path, browser).getResponseBody());
    }

    private EntityExchangeResult<String> confirm(Document plan) {
        return post(at + "/plan", form(plan), PLAIN);
    }

    private Action last() {
        return actions.recent(fromId).get(0);
    }

    private static int status(EntityExchangeResult<?> result) {
        return result.getStatus().value();
    }

    @Test
    void aJobIsMovedToAnotherPrinterAfterItsPlanWasShown() {
        Document choice = page(at + "/queue/" + entry("Gear") + "/move", HTMX);
        assertThat(choice.select("input[name=to]").eachAttr("value")).containsExactly(fromId.value(), toId.value());
        assertThat(choice.select("select[name=place] option")).hasSize(3);

        Document plan = plan(entry("Gear"), toId, "");
        assertThat(plan.select("#dialog-title").text()).isEqualTo("Move this job from " + from + " to " + to + "?");
        assertThat(plan.select(".joblist--steps li").eachText())
                .containsExactly(
                        "1Add Gear to the queue of " + to, "2Take the old entry of Gear out of the queue of " + from);
        assertThat(plan.select(".shelf__list").eachText())
                .containsExactly(
                        "Gear (changes its place) Bracket Clamp",
                        "Bracket Clamp",
                        "Hub",
                        "Hub Gear (changes its place)");
        assertThat(plan.select("li").text()).contains("doubled, not lost");
        assertThat(eiger.sent).isEmpty();

        EntityExchangeResult<String> answer = confirm(plan);
        assertThat(status(answer)).isEqualTo(303);
        assertThat(answer.getResponseHeaders().getLocation()).isEqualTo(URI.create(at));
        assertThat(queues.titles(to)).containsExactly("Hub", "Gear");
        assertThat(queues.titles(from)).containsExactly("Bracket", "Clamp");
        assertThat(last().standing()).isEqualTo(Standing.DONE);
    }

    @Test
    void aJobIsMovedToAPlaceOfItsOwnQueue() {
        confirm(plan(entry("Clamp"), fromId, "&place=1"));
        assertThat(queues.titles(from)).containsExactly("Clamp", "Gear", "Bracket");
        confirm(plan(entry("Clamp"), fromId, ""));
        assertThat(queues.titles(from)).containsExactly("Gear", "Bracket", "Clamp");
        assertThat(last().operation()).isEqualTo(Operation.REORDER);
    }

    @Test
    void thePlanIsTheSameAsAPageAndAsADialog() {
        for (String path : List.of(
                "/queue/order",
                "/queue/" + entry("Gear") + "/move",
                "/queue/plan?entry=" + entry("Gear") + "&to=" + toId,
                "/queue/plan?entry=" + entry("Gear") + "&to=" + fromId)) {
            Document whole = TemplateRules.check(html(at + path, PLAIN));
            Document part = TemplateRules.check(html(at + path, HTMX));
            assertThat(whole.select("main dialog[open]").text())
                    .isEqualTo(part.select("dialog[data-modal]").text());
        }
    }

    private MultiValueMap<String, String> order(String... titles) {
        MultiValueMap<String, String> form = form(page(at + "/queue/order", HTMX));
        form.remove("order");
        for (String title : titles) {
            form.add("order", entry(title));
        }
        return form;
    }

    @Test
    void withoutScriptAButtonMovesAJobOnePlace() {
        MultiValueMap<String, String> form = order("Gear", "Bracket", "Clamp");
        form.add("up", entry("Clamp"));
        Document next = document(post(at + "/queue/order", form, PLAIN));
        assertThat(next.select("input[name=order]").eachAttr("value"))
                .containsExactly(entry("Gear"), entry("Clamp"), entry("Bracket"));

        form = form(next);
        form.add("down", entry("Gear"));
        next = document(post(at + "/queue/order", form, PLAIN));
        assertThat(next.select("input[name=order]").eachAttr("value"))
                .containsExactly(entry("Clamp"), entry("Gear"), entry("Bracket"));
        assertThat(eiger.sent).isEmpty();

        Document plan = document(post(at + "/queue/plan", form(next), PLAIN));
        assertThat(status(confirm(plan))).isEqualTo(303);
        assertThat(queues.titles(from)).containsExactly("Clamp", "Gear", "Bracket");
    }

    @Test
    void beyondTheEndsNothingMoves() {
        MultiValueMap<String, String> form = order("Gear", "Bracket", "Clamp");
        form.add("up", entry("Gear"));
        assertThat(document(post(at + "/queue/order", form, PLAIN))
                        .select("input[name=order]")
                        .eachAttr("value"))
                .containsExactly(entry("Gear"), entry("Bracket"), entry("Clamp"));
    }

    @Test
    void severalJobsGoToAnotherPrinterTogether() {
        MultiValueMap<String, String> form = order("Gear", "Bracket", "Clamp");
        form.add("pick", entry("Gear"));
        form.add("pick", entry("Clamp"));
        form.add("to", toId.value());
        form.add("move", "yes");
        confirm(document(post(at + "/queue/plan", form, HTMX)));

        assertThat(queues.titles(to)).containsExactly("Hub", "Gear", "Clamp");
        form.remove("pick");
        assertThat(status(post(at + "/queue/plan", form, HTMX))).isEqualTo(409);
    }

    @Test
    void anOrderOfAQueueThatChangedIsNotPlanned() {
        MultiValueMap<String, String> form = order("Clamp", "Bracket", "Gear");
        queues.append(fromId, new BuildId("build-Hub"));

        Document plan = document(post(at + "/queue/plan", form, HTMX));
        assertThat(plan.select("[role=alert]").text()).contains("The queue changed meanwhile");
        assertThat(plan.select("[type=submit]")).isEmpty();
        Document again = document(post(at + "/queue/order", form, HTMX));
        assertThat(again.select("[role=alert]").text()).contains("The queue changed meanwhile");
        assertThat(again.select("input[name=order]")).hasSize(4);
    }

    @Test
    void aQueueThatChangesAfterThePlanIsNotTouched() {
        Document plan = plan(entry("Gear"), toId, "");
        queues.append(toId, new BuildId("build-Hub"));

        assertThat(status(confirm(plan))).isEqualTo(303);
        assertThat(last().standing()).isEqualTo(Standing.CHANGED);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void anOrderThatIsThereAlreadyHasNothingToConfirm() {
        Document plan = document(post(at + "/queue/plan", order("Gear", "Bracket", "Clamp"), HTMX));
        assertThat(plan.text()).contains("in this order already");
        assertThat(plan.select("[type=submit]")).isEmpty();
    }

    @Test
    void aDoubleClickMovesOnce() {
        MultiValueMap<String, String> form = form(plan(entry("Gear"), toId, ""));
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> status(post(at + "/plan", form, PLAIN))))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(303));
        assertThat(eiger.sent).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void ofTwoPeopleOneWinsAndTheOtherIsToldSo() {
        eiger.appending = (printer, build) -> Mono.never();
        Document first = plan(entry("Gear"), toId, "");
        String firstSession = session;
        session = "another";
        Document second = plan(entry("Bracket"), toId, "");

        session = firstSession;
        confirm(first);
        session = "another";
        EntityExchangeResult<String> busy = confirm(second);

        assertThat(status(busy)).isEqualTo(409);
        assertThat(document(busy).text()).contains("Something else is under way", "Asked for by lena");
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void aFormThatIsNotOursIsABadRequest() {
        MultiValueMap<String, String> form = form(plan(entry("Gear"), toId, ""));
        for (String missing : List.of("entry", "of", "title", "seen", "at", "actionId")) {
            MultiValueMap<String, String> less = new LinkedMultiValueMap<>(form);
            less.remove(missing);
            assertThat(status(post(at + "/plan", less, PLAIN))).as(missing).isEqualTo(400);
        }
        form.set("of", "build-Hub");
        post(at + "/plan", form, PLAIN);
        assertThat(last().standing()).as("another build than the entry's").isEqualTo(Standing.CHANGED);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaidAndCannotBeConfirmed() {
        eiger.readingOf = printer -> Mono.error(new FarmException(new Trouble.Unavailable("Eiger is down.", null)));
        for (String path : List.of(
                "/queue/order",
                "/queue/" + entry("Gear") + "/move",
                "/queue/plan?entry=" + entry("Gear") + "&to=" + toId)) {
            Document page = page(at + path, HTMX);
            assertThat(page.select("[role=alert]").text()).contains("Eiger is down.");
            assertThat(page.select(".dialog__foot [type=submit]")).isEmpty();
        }
    }

    @Test
    void anEntryThatIsGoneCannotBeMoved() {
        queues.take(fromId, new EntryId(entry("Gear")));
        assertThat(page(at + "/queue/" + entry("Gear") + "/move", HTMX).select("[type=submit]"))
                .isEmpty();
        assertThat(plan(entry("Gear"), toId, "").select("[role=alert]").text()).contains("changed meanwhile");
        assertThat(plan(entry("Gear"), fromId, "").select("[role=alert]").text())
                .contains("changed meanwhile");
    }

    // Going on

    private String stopAtRemoval() {
        eiger.removing = (printer, entry) ->
                Mono.error(new FarmException(new Trouble.Conflict("The printer is busy.", "ref-4")));
        confirm(plan(entry("Gear"), toId, ""));
        eiger.removing = queues::remove;
        eiger.appending = (printer, build) -> Mono.fromSupplier(() -> queues.append(printer, build));
        assertThat(last().standing()).isEqualTo(Standing.PARTLY);
        return "/actions/" + last().id() + "/continue";
    }

    @Test
    void theStepThatIsLeftFinishesTheMove() {
        String rest = stopAtRemoval();
        Document question = page(rest, HTMX);
        assertThat(question.select("#dialog-title").text()).isEqualTo("Do the step that is left?");
        assertThat(question.select(".joblist--steps li").text())
                .isEqualTo("1Take the old entry of Gear out of the queue of " + from);
        assertThat(question.select("input[type=checkbox]")).isEmpty();

        EntityExchangeResult<String> answer = post(rest, form(question), PLAIN);
        assertThat(status(answer)).isEqualTo(303);
        assertThat(last().standing()).isEqualTo(Standing.DONE);
        assertThat(actions.recent(fromId)).as("what it went on with").hasSize(1);
        assertThat(queues.titles(from)).containsExactly("Bracket", "Clamp");
        assertThat(queues.titles(to)).containsExactly("Hub", "Gear");
        assertThat(eiger.sent).filteredOn(sent -> sent.startsWith("append")).hasSize(1);
    }

    @Test
    void ofTwoPeopleWhoGoOnOneIsFirst() {
        String rest = stopAtRemoval();
        MultiValueMap<String, String> mine = form(page(rest, HTMX));
        session = "another";
        MultiValueMap<String, String> theirs = form(page(rest, HTMX));
        int before = eiger.sent.size();

        assertThat(status(post(rest, theirs, PLAIN))).isEqualTo(303);
        session = "mine";
        EntityExchangeResult<String> late = post(rest, mine, PLAIN);
        assertThat(status(late)).isEqualTo(409);
        assertThat(eiger.sent).hasSize(before + 1);
        assertThat(page(rest, HTMX).select("[role=alert]").text()).contains("Somebody has gone on with it already");
    }

    @Test
    void withoutItsCopyAJobIsTakenOutOnlyAfterALook() {
        String rest = stopAtRemoval();
        queues.take(toId, new EntryId(queues.ids(to).get(1)));
        Document question = page(rest, HTMX);
        assertThat(question.select(".flag").text()).contains("this job is lost");
        int before = eiger.sent.size();

        EntityExchangeResult<String> again = post(rest, form(question), HTMX);
        assertThat(status(again)).isEqualTo(422);
        assertThat(document(again).select("[role=alert]").text()).contains("Please look first");
        assertThat(eiger.sent).hasSize(before);

        MultiValueMap<String, String> looked = form(document(again));
        looked.add("looked", "yes");
        assertThat(status(post(rest, looked, PLAIN))).isEqualTo(303);
        assertThat(eiger.sent).hasSize(before + 1);
    }

    @Test
    void aQueueThatChangedAfterTheLookIsNotTouchedAndCanBeLookedAtAgain() {
        String rest = stopAtRemoval();
        MultiValueMap<String, String> form = form(page(rest, HTMX));
        queues.append(fromId, new BuildId("build-Hub"));
        int before = eiger.sent.size();

        post(rest, form, PLAIN);
        assertThat(last().standing()).isEqualTo(Standing.CHANGED);
        assertThat(eiger.sent).hasSize(before);

        String again = "/actions/" + last().id() + "/continue";
        post(again, form(page(again, HTMX)), PLAIN);
        assertThat(last().standing()).isEqualTo(Standing.DONE);
    }

    /** Gear goes to the end of its own queue, but the append is lost on the way, and so is its answer. */
    private String loseTheAppend() {
        eiger.appending =
                (printer, build) -> Mono.error(new FarmException(new Trouble.OutcomeUnknown("No answer.", null)));
        confirm(plan(entry("Gear"), fromId, ""));
        Eventually.so(() -> last().stage().ended());
        assertThat(last().steps())
                .extracting(Step::result)
                .containsExactly(Step.Result.NOT_FOUND, Step.Result.NOT_TRIED);
        eiger.appending = (printer, build) -> Mono.fromSupplier(() -> queues.append(printer, build));
        return "/actions/" + last().id() + "/continue";
    }

    @Test
    void aNewOrderWhoseCopyDidNotTurnUpIsFinishedAfterALook() {
        String rest = loseTheAppend();
        assertThat(last().canGoOn(actions.recent(fromId))).isTrue();
        Document question = page(rest, HTMX);
        assertThat(question.select(".joblist--steps li").eachText())
                .hasSize(2)
                .first()
                .asString()
                .contains("no copy of it is at " + from);
        assertThat(question.select(".shelf__list").text()).isEqualTo("Gear Bracket Clamp");

        EntityExchangeResult<String> again = post(rest, form(question), HTMX);
        assertThat(status(again)).isEqualTo(422);
        assertThat(eiger.sent).hasSize(1);

        MultiValueMap<String, String> looked = form(document(again));
        looked.add("looked", "yes");
        assertThat(status(post(rest, looked, PLAIN))).isEqualTo(303);
        assertThat(last().standing()).isEqualTo(Standing.DONE);
        assertThat(queues.titles(from)).containsExactly("Bracket", "Clamp", "Gear");
    }

    @Test
    void aCopyThatTurnedUpLateIsNotMadeAgain() {
        String rest = loseTheAppend();
        queues.append(fromId, new BuildId("build-Gear"));
        Document question = page(rest, HTMX);
        assertThat(question.select(".joblist--steps li").eachText())
                .hasSize(1)
                .first()
                .asString()
                .contains("Take the old entry of Gear out");

        MultiValueMap<String, String> looked = form(question);
        looked.add("looked", "yes");
        assertThat(status(post(rest, looked, PLAIN))).isEqualTo(303);
        assertThat(queues.titles(from)).containsExactly("Bracket", "Clamp", "Gear");
        assertThat(eiger.sent).filteredOn(sent -> sent.startsWith("append")).hasSize(1);
    }

    @Test
    void aCopyThatTurnsUpWhileAPersonLooksIsNotMadeAgain() {
        String rest = loseTheAppend();
        MultiValueMap<String, String> looked = form(page(rest, HTMX));
        looked.add("looked", "yes");
        queues.append(fromId, new BuildId("build-Gear"));

        EntityExchangeResult<String> again = post(rest, looked, HTMX);
        assertThat(status(again)).isEqualTo(422);
        assertThat(document(again).select(".joblist--steps li")).hasSize(1);
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void halfOfAPairIsNoAnswer() {
        eiger.appending = (printer, build) -> Mono.error(new FarmException(new Trouble.Conflict("Busy.", null)));
        confirm(plan(entry("Gear"), toId, ""));
        String rest = "/actions/" + last().id() + "/continue";
        MultiValueMap<String, String> form = form(page(rest, HTMX));
        assertThat(form.get("step")).containsExactly("0", "1");

        form.set("step", "1");
        assertThat(status(post(rest, form, PLAIN))).isEqualTo(400);
        form.set("step", "0");
        assertThat(status(post(rest, form, PLAIN))).isEqualTo(400);
        form.set("step", "7");
        assertThat(status(post(rest, form, PLAIN))).isEqualTo(400);
    }

    @Test
    void whatIsDoneHasNothingLeft() {
        confirm(plan(entry("Gear"), toId, ""));
        assertThat(status(get("/actions/" + last().id() + "/continue", HTMX))).isEqualTo(404);
        assertThat(status(get("/actions/nobody/continue", HTMX))).isEqualTo(404);
    }
}
