package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/** The field notes' recipe "Remove build from queue", over the whole farm. */
class WithdrawPageTests extends SendSite {

    private static final String AT = "/queues/withdraw?build=build-Gripper";

    @BeforeEach
    void grippersInTwoQueues() {
        queues.with(one, "Gripper", "Bracket").with(two, "Bracket").with(three, "Gripper");
        queues.append(Queues.id(one), new BuildId("build-Gripper"));
    }

    private static MultiValueMap<String, String> ticked(Document page) {
        MultiValueMap<String, String> form = form(page);
        page.select("input[type=checkbox][checked]").forEach(box -> form.add(box.attr("name"), box.attr("value")));
        return form;
    }

    @Test
    void showsEveryEntryOfTheBuildReadAfresh() {
        eiger.readings.set(0);
        Document page = page(AT, HTMX);

        assertThat(page.select("h2").text()).isEqualTo("Remove Gripper from 2 queues (3 jobs)?");
        assertThat(page.select("fieldset legend b").eachText()).containsExactly(one, three);
        assertThat(page.select("input[type=checkbox][checked]").eachAttr("value"))
                .hasSize(3);
        assertThat(page.text())
                .contains("Job 1 in the queue", "Job 3 in the queue")
                .doesNotContain("Bracket");
        assertThat(eiger.readings.get()).isEqualTo(3);
        assertThat(eiger.sent).isEmpty();
        assertThat(page(AT, PLAIN).select("main#main dialog[open].dialog--static"))
                .hasSize(1);
    }

    @Test
    void recipeRemoveBuildFromQueueOverTheFarm() {
        String at = location(post("/queues/withdraw", ticked(page(AT, HTMX)), PLAIN));

        Document page = page(at, PLAIN);
        assertThat(sum(page)).isEqualTo("All 3 jobs are out of the queues");
        assertThat(page.select("h1").text()).isEqualTo("Removing Gripper from queues");
        assertThat(queues.titles(one)).containsExactly("Bracket");
        assertThat(queues.titles(two)).containsExactly("Bracket");
        assertThat(queues.titles(three)).isEmpty();
        assertThat(eiger.sent).hasSize(3).allMatch(sent -> sent.startsWith("remove"));
    }

    @Test
    void onlyWhatIsTickedGoesAndADoubleClickSendsNothingMore() {
        MultiValueMap<String, String> form = form(page(AT, HTMX));
        form.add("entry:id-" + one, queues.ids(one).get(2));
        String at = location(post("/queues/withdraw", form, PLAIN));

        assertThat(location(post("/queues/withdraw", form, PLAIN))).isEqualTo(at);
        assertThat(queues.titles(one)).containsExactly("Gripper", "Bracket");
        assertThat(queues.titles(three)).containsExactly("Gripper");
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void nothingTickedIsAskedForAgain() {
        EntityExchangeResult<String> answer = post("/queues/withdraw", form(page(AT, HTMX)), HTMX);
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(document(answer).select("[role=alert]").text()).contains("No job was chosen");
        assertThat(document(answer).select("input[checked]")).isEmpty();
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void aPrinterThatHasLeftTheFarmSinceTheQuestionIsSaidAndNothingIsSent() {
        MultiValueMap<String, String> form = ticked(page(AT, HTMX));
        queues.leave(three);

        EntityExchangeResult<String> answer = post("/queues/withdraw", form, HTMX);
        assertThat(answer.getStatus().value()).isEqualTo(422);
        Document again = document(answer);
        assertThat(again.select("[role=alert]").text())
                .contains("A printer has left the farm", three, "Nothing was sent");
        assertThat(eiger.sent).isEmpty();

        location(post("/queues/withdraw", ticked(again), PLAIN));
        assertThat(eiger.sent).hasSize(2);
    }

    @Test
    void printersThatCouldNotBeReadAreNamedWithWhatWasThereBefore() {
        eiger.readingOf = printer -> printer.equals(Queues.id(three))
                ? Mono.error(new FarmException(new Trouble.Unavailable("Eiger is out of order.", null)))
                : eiger.plain(printer);
        Document page = page(AT, HTMX);
        eiger.readingOf = null;

        assertThat(page.select("[role=alert]").text())
                .contains("1 queue could not be read", three, "out of order", "When last read it held 1 job of it.");
        assertThat(page.select("fieldset legend b").eachText()).containsExactly(one);
    }

    @Test
    void anEntryThatIsGoneMeanwhileCountsAsGoneAndNothingIsSentForIt() {
        MultiValueMap<String, String> form = ticked(page(AT, HTMX));
        queues.take(Queues.id(three), new EntryId(queues.ids(three).get(0)));

        Document page = page(location(post("/queues/withdraw", form, PLAIN)), PLAIN);

        assertThat(sum(page)).isEqualTo("All 3 jobs are out of the queues");
        assertThat(page.select("li[data-result=already-gone]")).hasSize(1);
        assertThat(eiger.sent).hasSize(2);
    }

    @Test
    void partialSuccessLeadsToAFreshLook() {
        eiger.removing = (printer, entry) -> printer.equals(Queues.id(one))
                ? Mono.error(new FarmException(new Trouble.Conflict("Not now.", null)))
                : queues.remove(printer, entry);
        Document page = page(location(post("/queues/withdraw", ticked(page(AT, HTMX)), PLAIN)), PLAIN);

        assertThat(sum(page)).isEqualTo("1 of 3 jobs are out of the queues; " + one + ": refused");
        assertThat(page.select("a[href='/queues/withdraw?build=build-Gripper']"))
                .hasSize(1);
        assertThat(page.select("#batch-continue")).isEmpty();
    }

    @Test
    void aBuildThatWaitsNowhereIsSaid() {
        Document page = page("/queues/withdraw?build=build-Nothing", HTMX);
        assertThat(page.text()).contains("is in no queue that could be read", "All queues were read.");
        assertThat(page.select("button[type=submit]")).isEmpty();
    }

    @Test
    void anAddressOrFormWithoutABuildIsABadRequest() {
        assertThat(get("/queues/withdraw?build=", PLAIN).getStatus().value()).isEqualTo(400);
        assertThat(post("/queues/withdraw", new LinkedMultiValueMap<>(), PLAIN)
                        .getStatus()
                        .value())
                .isEqualTo(400);
        assertThat(List.copyOf(eiger.sent)).isEmpty();
    }
}
