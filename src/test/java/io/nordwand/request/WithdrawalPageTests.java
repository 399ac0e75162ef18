package io.nordwand.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.Eventually;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.web.Role;
import java.time.Instant;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Taking requests back: by the build, so with everybody's in sight, and with what is gone read afterwards. */
class WithdrawalPageTests extends RequestPageTest {

    private static final String WITHDRAW = "/builds/build-Gripper/requests/withdraw";
    private static final Instant EARLIER = Instant.parse("2026-02-10T08:00:00Z");

    private Document question() {
        return document(get(WITHDRAW, PLAIN));
    }

    private MultiValueMap<String, String> sure() {
        MultiValueMap<String, String> form = form(question());
        form.set("sure", "on");
        return form;
    }

    private Document outcome(EntityExchangeResult<String> answer) {
        assertThat(status(answer)).as(document(answer).text()).isEqualTo(303);
        assertThat(location(answer)).startsWith("/requests/withdrawn/");
        return document(get(location(answer), PLAIN));
    }

    private Document outcomeOnce(EntityExchangeResult<String> answer, Predicate<Document> so) {
        outcome(answer);
        Eventually.so(() -> so.test(document(get(location(answer), PLAIN))));
        return document(get(location(answer), PLAIN));
    }

    private static boolean read(Document page) {
        return page.select("[data-fate=unread]").isEmpty();
    }

    @Test
    void everythingThatMayGoIsNamedWithWhoAskedForIt() {
        JobRecord one = filed("Gripper", "anna", "for line 3", null);
        filed("Bracket", "anna", "another build", null);
        JobRecord two = eiger.waits(FakeBacklog.build("Gripper"), "Priya", EARLIER);
        Document page = question();
        assertThat(page.select(".takes li").eachAttr("data-job"))
                .containsExactly(one.id().value(), two.id().value());
        assertThat(page.select(".takes").text())
                .contains("anna", "for line 3", "Priya")
                .doesNotContain("another build", "@example.com");
        assertThat(page.select("[name=sure]").hasAttr("checked")).isFalse();
    }

    @Test
    void anOperatorTakesBackAllOfThemAndSeesWhatIsGone() {
        JobRecord one = filed("Gripper", "anna", "", null);
        JobRecord entry = eiger.waits(FakeBacklog.build("Gripper"), null, EARLIER);
        eiger.entries.add(entry.id());
        Document page = outcomeOnce(post(WITHDRAW, sure(), PLAIN), WithdrawalPageTests::read);
        assertThat(eiger.calls).containsExactly("withdraw build-Gripper");
        assertThat(page.select("[data-fate=gone]").eachAttr("data-job"))
                .containsExactly(one.id().value());
        assertThat(page.select("[data-fate=left]").eachAttr("data-job"))
                .containsExactly(entry.id().value());
        assertThat(page.select("#withdrawn").text())
                .contains("Gone from the backlog: 1", "Still on the backlog: 1", "backlog entries");
        as("anna", Role.VIEWER);
        assertThat(page("/requests?mine=1").select("#request-own li").attr("data-fate"))
                .isEqualTo("withdrawn");
    }

    @Test
    void withoutTheTickNothingIsSent() {
        filed("Gripper", "anna", "", null);
        EntityExchangeResult<String> answer = post(WITHDRAW, form(question()), PLAIN);
        assertThat(status(answer)).isEqualTo(422);
        assertThat(document(answer).select("[role=alert]").text()).contains("Say that all of it may go.");
        assertThat(eiger.calls).isEmpty();
    }

    @Test
    void aViewerTakesBackTheirOwn() {
        filed("Gripper", "vera", "", null);
        as("vera", Role.VIEWER);
        Document page = outcomeOnce(post(WITHDRAW, sure(), PLAIN), WithdrawalPageTests::read);
        assertThat(page.select("#withdrawn").attr("data-standing")).isEqualTo("done");
        assertThat(page.select("[data-fate=gone]")).hasSize(1);
        assertThat(eiger.eiger).isEmpty();
    }

    @Test
    void aViewerIsToldWhoseRequestsWouldGoAsWellAndCantDoIt() {
        filed("Gripper", "vera", "", null);
        MultiValueMap<String, String> form = sure();
        JobRecord other = eiger.waits(FakeBacklog.build("Gripper"), "Priya", EARLIER);
        as("vera", Role.VIEWER);
        Document page = question();
        assertThat(page.select("[role=alert]").text()).contains("Ask an operator");
        assertThat(page.select(".takes").text()).contains("Priya");
        assertThat(page.select("button[type=submit]")).isEmpty();

        form.set("actionId", page.select("[name=actionId]").attr("value"));
        form.add("job", other.id().value());
        Document refused = outcome(post(WITHDRAW, form, PLAIN));
        assertThat(refused.select("#withdrawn").text()).contains("Nothing was sent", "an operator has to do this");
        assertThat(eiger.calls).isEmpty();
    }

    @Test
    void whatCameMeanwhileIsNotTakenBackUnseen() {
        filed("Gripper", "anna", "", null);
        MultiValueMap<String, String> form = sure();
        eiger.waits(FakeBacklog.build("Gripper"), "Priya", EARLIER);
        Document page = outcome(post(WITHDRAW, form, PLAIN));
        assertThat(page.select("#withdrawn").attr("data-standing")).isEqualTo("not-sent");
        assertThat(page.select("#withdrawn").text()).contains("has changed since you were asked");
        assertThat(eiger.calls).isEmpty();
    }

    @Test
    void backlogEntriesAloneCantBeTakenBack() {
        as("lena", Role.OPERATOR);
        MultiValueMap<String, String> form = form(document(get("/builds/build-Gripper/backlog", PLAIN)));
        post("/builds/build-Gripper/backlog", form, PLAIN);
        eiger.calls.clear();
        Document page = question();
        assertThat(page.select("[role=alert]").text()).contains("Backlog entries can’t be withdrawn");
        assertThat(page.select("button[type=submit]")).isEmpty();
    }

    @Test
    void nothingToTakeBackIsSaid() {
        assertThat(question().select("dialog").text())
                .contains("Withdraw requests for Gripper", "There is nothing to withdraw");
        assertThat(question().select("button[type=submit]")).isEmpty();
    }

    @Test
    void withoutAFreshReadingNobodyIsAsked() {
        filed("Gripper", "anna", "", null);
        eiger.unreadable = new Trouble.Unavailable("Eiger can’t be reached.", null);
        Document page = question();
        assertThat(page.select("[role=alert]").text()).contains("Eiger can’t be reached.");
        assertThat(page.select("button[type=submit]")).isEmpty();
    }

    @Test
    void whatEigerDoesNotKnowIsReadBeforeItIsSaid() {
        JobRecord job = filed("Gripper", "anna", "", null);
        MultiValueMap<String, String> form = sure();
        eiger.refusal = new Trouble.NotFound("Eiger does not have it.", null);
        Document page = outcomeOnce(post(WITHDRAW, form, PLAIN), WithdrawalPageTests::read);
        assertThat(page.select("#withdrawn").text()).contains("Eiger did not do it", "Eiger does not have it.");
        assertThat(page.select("[data-fate=left]").eachAttr("data-job"))
                .containsExactly(job.id().value());
    }

    @Test
    void aLostAnswerIsFoundOutByReadingAndNotSentAgain() {
        filed("Gripper", "anna", "", null);
        MultiValueMap<String, String> form = sure();
        eiger.answer = done -> Mono.error(new FarmException(new Trouble.OutcomeUnknown("Eiger did not answer.", null)));
        Document page = outcomeOnce(
                post(WITHDRAW, form, PLAIN),
                each -> !each.select("[data-standing=found-done]").isEmpty() && read(each));
        assertThat(page.select("#withdrawn").text())
                .contains("something is gone", "Gone from the backlog: 1")
                .as("what was found out is not unknown any more")
                .doesNotContain("Eiger did not answer.");
        assertThat(eiger.calls).hasSize(1);
    }

    @Test
    void aLostAnswerAfterWhichAllIsStillThereSaysSo() {
        JobRecord job = filed("Gripper", "anna", "", null);
        MultiValueMap<String, String> form = sure();
        eiger.refusal = new Trouble.OutcomeUnknown("Status 500.", null);
        Document page = outcomeOnce(
                post(WITHDRAW, form, PLAIN),
                each -> !each.select("[data-standing=found-not-done]").isEmpty() && read(each));
        assertThat(page.select("[data-fate=left]").eachAttr("data-job"))
                .containsExactly(job.id().value());
        assertThat(eiger.calls).hasSize(1);
    }

    @Test
    void aDoubleClickTakesBackOnce() {
        filed("Gripper", "anna", "", null);
        MultiValueMap<String, String> form = sure();
        String first = location(post(WITHDRAW, form, PLAIN));
        assertThat(location(post(WITHDRAW, form, PLAIN))).isEqualTo(first);
        assertThat(eiger.calls).hasSize(1);
    }

    @Test
    void whileWritingIsStoppedNothingIsTakenBack() {
        filed("Gripper", "anna", "", null);
        MultiValueMap<String, String> form = sure();
        writing.stop("inventory");
        Document page = outcome(post(WITHDRAW, form, PLAIN));
        assertThat(page.select("#withdrawn").text()).contains("Nothing was sent", "inventory");
        assertThat(eiger.calls).isEmpty();
    }

    @Test
    void theOutcomesStreamShowsWhatIsFoundOut() {
        filed("Gripper", "anna", "", null);
        String at = location(post(WITHDRAW, sure(), PLAIN));
        StepVerifier.create(messages(at + "/events").filter(html -> html.contains("data-fate=\"gone\"")))
                .expectNextCount(1)
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void anUnknownWithdrawalIsNotThere() {
        assertThat(status(get("/requests/withdrawn/nothing", PLAIN))).isEqualTo(404);
    }
}
