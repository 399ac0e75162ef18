package io.nordwand.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.Eventually;
import io.nordwand.audit.Deed;
import io.nordwand.audit.FakeAudit;
import io.nordwand.audit.Outcome;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.web.Role;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/** Asking for a build: once, with what only we know stored before, whatever becomes of the answer. */
class FilingPageTests extends RequestPageTest {

    private static final String REQUEST = "/builds/build-Gripper/request";
    private static final String BACKLOG = "/builds/build-Gripper/backlog";

    private int deedsBefore;

    @BeforeEach
    void aViewer() {
        as("vera", Role.VIEWER);
        deedsBefore = audit.entries().size();
    }

    private MultiValueMap<String, String> filled(String path, String note, String due) {
        MultiValueMap<String, String> form = form(document(get(path, PLAIN)));
        form.set("note", note);
        form.set("due", due);
        return form;
    }

    private EntityExchangeResult<String> file(String note, String due) {
        return post(REQUEST, filled(REQUEST, note, due), PLAIN);
    }

    private Wish wish() {
        List<Wish> all = Objects.requireNonNull(
                wishes.ofBuild(new BuildId("build-Gripper")).block(LONG));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Document mine() {
        return page("/requests?mine=1");
    }

    @Test
    void aViewersRequestIsStoredSentOnceJoinedAndShown() {
        EntityExchangeResult<String> answer = file(" for line 3 ", "2026-02-13");
        assertThat(status(answer)).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/requests?mine=1");
        assertThat(eiger.calls).containsExactly("request build-Gripper 2026-02-13");

        Document page = mine();
        assertThat(page.select("#request-rows tr:not(.groupline)")).hasSize(1);
        assertThat(page.select("#request-rows").text())
                .contains("Gripper", "for line 3", "Fri 13 Feb", "vera", "In time");
        assertThat(wish().job()).isEqualTo(eiger.eiger.get(0).id());
        assertThat(wish().kind()).isEqualTo(Wish.Kind.REQUEST);
    }

    @Test
    void itStandsInTheAuditLogBeforeTheCallWithItsOutcomeAfterIt() {
        file("urgent", "2026-02-13");
        List<FakeAudit.Entry> entries =
                audit.entries().subList(deedsBefore, audit.entries().size());
        assertThat(entries).hasSize(1);
        Deed deed = entries.get(0).deed();
        assertThat(deed.operation()).isEqualTo("request.file");
        assertThat(deed.actor().name()).isEqualTo("vera");
        assertThat(deed.subject()).isEqualTo("Gripper");
        assertThat(deed.seen()).isEqualTo("due 2026-02-13; urgent");
        assertThat(deed.action()).isEqualTo(wish().action());
        assertThat(entries.get(0).outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.DONE);
        assertThat(entries.get(0).outcomes().get(0).result())
                .isEqualTo(Objects.requireNonNull(wish().job()).value());
    }

    @Test
    void withoutADayNoneIsSent() {
        file("", "");
        assertThat(eiger.calls).containsExactly("request build-Gripper");
        assertThat(wish().dueOn()).isNull();
    }

    @Test
    void operatorsPutBuildsOnTheBacklogAndOthersMayNot() {
        as("lena", Role.OPERATOR);
        assertThat(location(post(BACKLOG, filled(BACKLOG, "stock", "2026-03-01"), PLAIN)))
                .isEqualTo("/requests?mine=1");
        assertThat(eiger.calls).containsExactly("backlog build-Gripper 2026-03-01");
        assertThat(mine().select("#request-rows").text()).contains("backlog entry", "stock");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-11|0|The day is over already.",
                "2036-02-13|0|The day is more than ten years away.",
                "tomorrow|0|The day can’t be read. Write it as 2026-12-31.",
                "|501|The note is longer than 500 characters.",
            })
    void anAnswerThatIsNotGoodEnoughIsAskedForAgainAndKeepsWhatWasTyped(String due, int length, String problem) {
        String note = length == 0 ? "for line 3" : "x".repeat(length);
        EntityExchangeResult<String> answer = file(note, due == null ? "" : due);
        assertThat(status(answer)).isEqualTo(422);
        Document page = document(answer);
        assertThat(page.select("#file-problems li").eachText()).containsExactly(problem);
        assertThat(page.expectFirst("textarea").text()).isEqualTo(note);
        assertThat(page.select("[aria-invalid=true]")).hasSize(1);
        assertThat(eiger.calls).isEmpty();
        assertThat(status(post(REQUEST, withGoodAnswer(page), PLAIN))).isEqualTo(303);
        assertThat(eiger.calls).hasSize(1);
    }

    private static MultiValueMap<String, String> withGoodAnswer(Document page) {
        MultiValueMap<String, String> form = form(page);
        form.set("note", "");
        form.set("due", "2026-02-12");
        return form;
    }

    @Test
    void theFormIsADialogForHtmxAndAPageOtherwise() {
        Document dialog = document(get(REQUEST, HTMX));
        assertThat(dialog.select("dialog[data-modal]")).hasSize(1);
        assertThat(dialog.select("h1")).isEmpty();
        Document page = document(get(REQUEST, PLAIN));
        assertThat(page.select("dialog[open]:not([data-modal])")).hasSize(1);
        assertThat(page.select("input[name=due]").attr("min")).isEqualTo("2026-02-12");
        assertThat(page.select("#due-hint").text()).contains("end of that day");
    }

    @Test
    void aBuildThatIsAskedForAlreadySaysSo() {
        filed("Gripper", "anna", "", null);
        assertThat(document(get(REQUEST, PLAIN)).select(".verdict--warning").text())
                .isEqualTo("This build is asked for already. One more is one more print.");
    }

    @Test
    void aBuildThatEigerDoesNotKnowIsNotAskedFor() {
        assertThat(status(get("/builds/build-Nothing/request", PLAIN))).isEqualTo(404);
    }

    @Test
    void aDoubleClickSendsOne() {
        MultiValueMap<String, String> form = filled(REQUEST, "", "");
        assertThat(location(post(REQUEST, form, PLAIN))).isEqualTo("/requests?mine=1");
        assertThat(location(post(REQUEST, form, PLAIN))).isEqualTo("/requests?mine=1");
        assertThat(eiger.calls).hasSize(1);
        Eventually.so(() -> wish().standing().equals("done"));
    }

    @Test
    void anOldFormSendsNothing() {
        MultiValueMap<String, String> form = filled(REQUEST, "", "");
        form.set("actionId", "made-up");
        EntityExchangeResult<String> answer = post(REQUEST, form, PLAIN);
        assertThat(status(answer)).isEqualTo(409);
        assertThat(eiger.calls).isEmpty();
    }

    @Test
    void whileWritingIsStoppedNothingIsSentAndThatIsSaid() {
        MultiValueMap<String, String> form = filled(REQUEST, "", "");
        writing.stop("inventory");
        assertThat(document(get(REQUEST, PLAIN)).select("button[type=submit]").hasAttr("disabled"))
                .isTrue();
        EntityExchangeResult<String> answer = post(REQUEST, form, PLAIN);
        assertThat(location(answer)).startsWith("/requests/filed/");
        Document told = document(get(location(answer), PLAIN));
        assertThat(told.select("#filed").text()).contains("Nothing was sent", "inventory");
        assertThat(eiger.calls).isEmpty();
    }

    @Test
    void aRefusalIsSaidWithEigersWords() {
        eiger.refusal = new Trouble.Rejected("Eiger refused: the build is not sliced.", "ref-1");
        file("", "");
        Eventually.so(() -> wish().standing().equals("refused"));
        assertThat(mine().select("#request-own li").attr("data-fate")).isEqualTo("refused");
        assertThat(mine().select("#request-own").text()).contains("Eiger refused: the build is not sliced.");
    }

    @Test
    void withoutAReadingOfTheListNothingIsSent() {
        MultiValueMap<String, String> form = filled(REQUEST, "", "");
        eiger.unreadable = new Trouble.Unavailable("Eiger can’t be reached.", null);
        Document told = document(get(location(post(REQUEST, form, PLAIN)), PLAIN));
        assertThat(told.select("#filed").text()).contains("Nothing was sent", "Eiger can’t be reached.");
        assertThat(eiger.calls).isEmpty();
    }

    @Test
    void whatCantBeStoredIsNotSent() {
        MultiValueMap<String, String> form = filled(REQUEST, "", "");
        audit.refuse(true);
        post(REQUEST, form, PLAIN);
        audit.refuse(false);
        assertThat(eiger.calls).isEmpty();
        assertThat(eiger.eiger).isEmpty();
    }

    private void loseTheAnswer() {
        eiger.answer = done ->
                done.then(Mono.error(new FarmException(new Trouble.OutcomeUnknown("Eiger did not answer.", null))));
    }

    @Test
    void aLostAnswerIsFoundOnTheBacklogAndNeverSentAgain() {
        filed("Gripper", "anna", "", null);
        loseTheAnswer();
        file("mine", "2026-02-14");
        Eventually.so(() -> mine().select("#request-rows tr:not(.groupline)").size() == 1);
        assertThat(mine().select("#request-rows").text())
                .contains("mine", "Sat 14 Feb", "found by reading, may be somebody else’s");
        assertThat(eiger.calls).hasSize(1);
        assertThat(eiger.eiger).hasSize(2);
    }

    @Test
    void aLostAnswerThatMadeNothingIsSaidToHaveMadeNothing() {
        eiger.answer = done -> Mono.error(new FarmException(new Trouble.OutcomeUnknown("Eiger did not answer.", null)));
        file("", "");
        assertThat(mine().select("#request-own li").attr("data-fate")).isIn("checking", "found-not-done");
        Eventually.so(() -> wish().standing().equals("found-not-done"));
        assertThat(mine().select("#request-own").text())
                .contains("Not found", "nothing new of that build is on the backlog");
        assertThat(eiger.calls).hasSize(1);
        assertThat(wish().job()).isNull();
    }

    @Test
    void whichOfSeveralNewOnesItIsNobodyGuesses() {
        loseTheAnswer();
        MultiValueMap<String, String> form = filled(REQUEST, "", "");
        eiger.answer = done -> done.doOnNext(job ->
                        eiger.waits(FakeBacklog.build("Gripper"), "Priya", Instant.parse("2026-02-12T14:32:09Z")))
                .then(Mono.error(new FarmException(new Trouble.OutcomeUnknown("Eiger did not answer.", null))));
        post(REQUEST, form, PLAIN);
        Eventually.so(() -> wish().standing().equals("found-done"));
        assertThat(wish().job()).isNull();
        assertThat(mine().select("#request-own").text()).contains("Which one is not known");
        assertThat(eiger.calls).hasSize(1);
    }

    @Test
    void aLostAnswerThatNobodyCanFindOutSaysSo() {
        MultiValueMap<String, String> form = filled(REQUEST, "", "");
        eiger.answer = done -> {
            eiger.unreadable = new Trouble.Unavailable("Eiger can’t be reached.", null);
            return Mono.error(new FarmException(new Trouble.OutcomeUnknown("Eiger did not answer.", null)));
        };
        post(REQUEST, form, PLAIN);
        Eventually.so(() -> wish().standing().equals("cant-tell"));
        assertThat(mine().select("#request-own").text()).contains("nobody can tell whether Eiger took it");
        assertThat(eiger.calls).hasSize(1);
    }
}
