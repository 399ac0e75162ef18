package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class BatchPageTests extends SendSite {

    private static final Trouble REFUSED = new Trouble.Rejected("Eiger refused the request.", "ref-9");

    /** From the second append at that printer on, Eiger refuses. */
    private void refuseAfterOne(String printer) {
        AtomicInteger appended = new AtomicInteger();
        eiger.appending = (where, build) -> where.equals(Queues.id(printer)) && appended.incrementAndGet() > 1
                ? Mono.error(new FarmException(REFUSED))
                : Mono.fromSupplier(() -> queues.append(where, build));
    }

    private void worksAgain() {
        eiger.appending = (where, build) -> Mono.fromSupplier(() -> queues.append(where, build));
    }

    @Test
    void partialSuccessIsShownAndOnlyWhatWasCertainlyNotSentIsContinued() {
        refuseAfterOne(two);
        String at = location(post(SEND, send(one, 2, two, 3), PLAIN));

        Document partly = page(at, PLAIN);
        assertThat(sum(partly)).isEqualTo("3 of 5 copies are queued; " + two + ": 1 of 3");
        assertThat(partly.text())
                .contains("Eiger refused the request.", "Reference ref-9", "not added")
                .doesNotContain("not removed");
        assertThat(partly.expectFirst("#batch-continue").text()).isEqualTo("Send the 2 left…");

        worksAgain();
        MultiValueMap<String, String> form = form(page(at + "/continue", HTMX));
        assertThat(location(post(at + "/continue", form, PLAIN))).isEqualTo(at);
        Document all = page(at, PLAIN);
        assertThat(sum(all)).isEqualTo("All 5 copies are queued");
        assertThat(all.select("#batch-continue")).isEmpty();
        assertThat(queues.titles(one)).hasSize(2);
        assertThat(queues.titles(two)).containsExactly("Bracket", "Gripper", "Gripper", "Gripper");

        // A double click on "continue", and the same from an old page.
        int sent = eiger.sent.size();
        assertThat(location(post(at + "/continue", form, PLAIN))).isEqualTo(at);
        assertThat(eiger.sent).hasSize(sent);
        assertThat(page(at + "/continue", HTMX).select("h2").text()).isEqualTo("Nothing is left to send");
    }

    @Test
    void ofTwoPeopleWhoContinueOneIsFirst() {
        refuseAfterOne(two);
        String at = location(post(SEND, send(two, 3), PLAIN));
        worksAgain();
        MultiValueMap<String, String> mine = form(page(at + "/continue", HTMX));
        session = "somebody-else" + one;
        MultiValueMap<String, String> theirs = form(page(at + "/continue", HTMX));
        assertThat(theirs.getFirst("actionId")).isNotEqualTo(mine.getFirst("actionId"));

        post(at + "/continue", theirs, PLAIN);
        int sent = eiger.sent.size();
        post(at + "/continue", mine, PLAIN);

        assertThat(eiger.sent).hasSize(sent);
        assertThat(queues.titles(two)).containsExactly("Bracket", "Gripper", "Gripper", "Gripper");
    }

    @Test
    void anotherActionInTheWayIsNamedAndTheShareCanBeSentLater() {
        Sinks.One<EntryId> answer = Sinks.one();
        eiger.appending = (where, build) ->
                where.equals(Queues.id(two)) ? answer.asMono() : Mono.fromSupplier(() -> queues.append(where, build));
        post(SEND, send(two, 1), PLAIN);
        session = "other" + one;

        String at = location(post(SEND, send(one, 4, two, 2), PLAIN));
        Document page = page(at, PLAIN);
        assertThat(standings(page)).containsExactly("done", "busy");
        assertThat(sum(page))
                .isEqualTo(
                        "4 of 6 copies are queued; " + two + ": nothing sent, lena had another action under way there");

        answer.tryEmitValue(queues.append(Queues.id(two), new BuildId("build-Gripper")));
        worksAgain();
        post(at + "/continue", form(page(at + "/continue", HTMX)), PLAIN);
        assertThat(sum(page(at, PLAIN))).isEqualTo("All 6 copies are queued");
        assertThat(queues.titles(two)).containsExactly("Bracket", "Gripper", "Gripper", "Gripper");
    }

    @Test
    void whatNobodyKnowsIsNeverSentAgain() {
        AtomicInteger appended = new AtomicInteger();
        eiger.appending = (where, build) -> where.equals(Queues.id(one)) && appended.incrementAndGet() == 2
                ? lost(where)
                : Mono.fromSupplier(() -> queues.append(where, build));
        String at = location(post(SEND, send(one, 3), PLAIN));

        // Its queue can't be read any more, so that the follow-up finds nothing.
        awaitEnd(at);
        Document page = page(at, PLAIN);
        assertThat(page.expectFirst("#batch").attr("data-state")).isEqualTo("unknown");
        assertThat(sum(page)).startsWith("1 of 3 copies are queued for certain, 1 can’t be told; " + one);
        eiger.readingOf = null;
        worksAgain();

        Document question = page(at + "/continue", HTMX);
        assertThat(question.select("h2").text()).isEqualTo("Send the 1 copy of Gripper left?");
        assertThat(question.text()).contains("1 copy of which nobody knows will not be sent again.");
        post(at + "/continue", form(question), PLAIN);
        assertThat(eiger.sent).hasSize(3);
        assertThat(page(at, PLAIN).expectFirst("#batch").attr("data-state")).isEqualTo("unknown");
        assertThat(page(at, PLAIN).select("#batch-continue")).isEmpty();
    }

    private Mono<EntryId> lost(PrinterId where) {
        eiger.readingOf = printer -> printer.equals(where)
                ? Mono.error(new FarmException(new Trouble.Unavailable("Gone.", null)))
                : eiger.plain(printer);
        return Mono.error(new FarmException(Bench.LOST));
    }

    private void awaitEnd(String at) {
        String group = at.substring(at.lastIndexOf('/') + 1);
        StepVerifier.create(actions.updates(group)
                        .map(action -> group)
                        .startWith(group)
                        .filter(any -> actions.group(any).stream()
                                .allMatch(action -> action.stage().ended()))
                        .next())
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void thePageIsLive() {
        Sinks.One<EntryId> answer = Sinks.one();
        eiger.appending = (where, build) -> answer.asMono();
        String at = location(post(SEND, send(one, 1), PLAIN));
        assertThat(page(at, PLAIN).expectFirst("#batch").attr("data-state")).isEqualTo("running");

        StepVerifier.create(client.get()
                        .uri(at + "/events")
                        .header("X-Person", "lena")
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .exchange()
                        .returnResult(String.class)
                        .getResponseBody()
                        .filter(html -> html.contains("data-state=\"done\""))
                        .next()
                        .doOnSubscribe(subscribed ->
                                answer.tryEmitValue(queues.append(Queues.id(one), new BuildId("build-Gripper")))))
                .assertNext(html -> assertThat(html).contains("hx-target=\"#batch\"", "The copy is queued"))
                .verifyComplete();
    }

    @Test
    void aBatchThatNobodyKnowsIsNotFound() {
        for (String at : new String[] {"/sends/nothing", "/sends/nothing/continue", "/sends/nothing/events"}) {
            assertThat(get(at, PLAIN).getStatus().value()).as(at).isEqualTo(404);
        }
    }

    @Test
    void continuingNeedsAGoodActionId() {
        refuseAfterOne(two);
        String at = location(post(SEND, send(two, 3), PLAIN));
        worksAgain();
        MultiValueMap<String, String> form = form(page(at + "/continue", HTMX));
        form.set("actionId", "made-up");
        int sent = eiger.sent.size();
        EntityExchangeResult<String> answer = post(at + "/continue", form, PLAIN);
        assertThat(answer.getStatus().value()).isEqualTo(409);
        assertThat(eiger.sent).hasSize(sent);
    }
}
