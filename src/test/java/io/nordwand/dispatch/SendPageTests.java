package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.build;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.Build;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

class SendPageTests extends SendSite {

    @Test
    void theQuestionIsAPageOfItsOwnAndADialogOverThePage() {
        Document whole = page(SEND, PLAIN);
        assertThat(whole.select("main#main dialog[open].dialog--static")).hasSize(1);
        Document dialog = page(SEND, HTMX);
        assertThat(dialog.select("body > dialog[data-modal]:not([open])")).hasSize(1);
        for (Document page : List.of(whole, dialog)) {
            assertThat(page.expectFirst("#dialog-title").text()).isEqualTo("Send Gripper to which printers?");
            assertThat(page.select("*[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select("[style], script")).isEmpty();
            assertThat(page.select("[autofocus]")).hasSize(1);
            assertThat(page.text()).doesNotContain("??", "{", "}");
            assertThat(page.select("a[data-dismiss]").eachAttr("href")).containsOnly(SEND.replace("/send", ""));
            Element form = page.expectFirst("form[method=post]");
            assertThat(form.attr("hx-post")).isEqualTo(form.attr("action")).isEqualTo(SEND);
            assertThat(form.hasAttr("data-once")).isTrue();
            assertThat(form.select("input[name=actionId]").attr("value")).isNotBlank();
        }
        assertThat(eiger.sent).as("GET changes nothing").isEmpty();
    }

    @Test
    void ranksThePrintersWithReasonsAndOffersPrintNowWhereOneIsReady() {
        Document page = page(SEND, HTMX);

        assertThat(page.select("tr[id^=rank-] .w-name a").eachText()).containsExactly(one, three, two);
        Element first = page.expectFirst("tr[id^=rank-]");
        assertThat(first.text())
                .contains("free now", "Onyx: enough", "Carbon Fiber: enough")
                .doesNotContain("sliced for");
        assertThat(page.select("#send-choice .whys--all").text())
                .as("what all have in common is said once")
                .isEqualTo("All of them: sliced for this series, X7");
        assertThat(page.select("[id='rank-id-" + two + "']").text()).contains("free at");
        assertThat(first.select("a[hx-target=#dialogs]").attr("href"))
                .isEqualTo("/printers/id-" + one + "/print?build=build-Gripper");
        assertThat(page.select("input[type=number][name^=copies:]").eachAttr("aria-label"))
                .containsExactly("Copies for " + one, "Copies for " + three, "Copies for " + two);
    }

    @Test
    void comesBackToThePrinterThatItWasAskedFrom() {
        Document page = page(SEND + "?from=id-" + two, PLAIN);
        assertThat(page.select("a[data-dismiss]").eachAttr("href")).containsOnly("/printers/id-" + two);
        assertThat(page.select("input[name=from]").eachAttr("value")).containsOnly("id-" + two);
        assertThat(page(SEND + "?from=nobody", PLAIN).select("input[name=from]"))
                .isEmpty();
    }

    @Test
    void eachPrinterGetsItsCopiesAndThePageSaysSo() {
        EntityExchangeResult<String> answer = post(SEND, send(one, 2, two, 1), PLAIN);

        Document page = page(location(answer), PLAIN);
        assertThat(sum(page)).isEqualTo("All 3 copies are queued");
        assertThat(standings(page)).containsExactly("done", "done");
        assertThat(queues.titles(one)).containsExactly("Gripper", "Gripper");
        assertThat(queues.titles(two)).containsExactly("Bracket", "Gripper");
        assertThat(queues.titles(three)).isEmpty();
        assertThat(eiger.sent).hasSize(3);
        assertThat(page.select("[id='share-id-" + one + "'] li[data-result=added]"))
                .hasSize(2);
        assertThat(actions.recent(Queues.id(two)).get(0).seen()).contains("free-at", "fits");
    }

    @Test
    void aDoubleClickAndTheBackButtonSendNothingTwice() {
        MultiValueMap<String, String> form = send(one, 2, three, 1);
        String first = location(post(SEND, form, PLAIN));
        EntityExchangeResult<String> again = post(SEND, form, HTMX);

        assertThat(again.getStatus().value()).isEqualTo(204);
        assertThat(again.getResponseHeaders().getFirst("HX-Redirect")).isEqualTo(first);
        assertThat(eiger.sent).hasSize(3);

        // Somebody goes back, changes a number and sends the old form.
        form.set("copies:id-" + one, "5");
        EntityExchangeResult<String> changed = post(SEND, form, PLAIN);
        assertThat(changed.getStatus().value()).isEqualTo(409);
        assertThat(document(changed).select("h2").text()).isEqualTo("Nothing was sent");
        assertThat(eiger.sent).hasSize(3);
    }

    @Test
    void theSameFormFromManyAtOnceIsSentOnce() {
        MultiValueMap<String, String> form = send(one, 2);
        List<CompletableFuture<String>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> location(post(SEND, form, PLAIN))))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(eiger.sent).hasSize(2);
    }

    @Test
    void withoutAGoodActionIdNothingIsSent() {
        MultiValueMap<String, String> form = send(one, 2);
        form.set("actionId", "made-up");
        assertThat(post(SEND, form, PLAIN).getStatus().value()).isEqualTo(409);
        form.remove("actionId");
        assertThat(post(SEND, form, PLAIN).getStatus().value()).isEqualTo(400);
        assertThat(eiger.sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,    Give at least one printer a number of copies.",
        "two,  the number of copies must be a whole number.",
        "1.5,  the number of copies must be a whole number.",
        "-1,   the number of copies must be a whole number.",
        "51,   at most 50 copies at once for one printer.",
        "99999999999, the number of copies must be a whole number.",
    })
    void aBadNumberIsAskedForAgainAndNothingThatWasTypedIsLost(String typed, String why) {
        MultiValueMap<String, String> form = send(one, typed, three, typed.equals("0") ? "" : 7);
        EntityExchangeResult<String> answer = post(SEND, form, HTMX);

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(answer.getResponseHeaders().getFirst("HX-Retarget")).isEqualTo("#dialogs");
        Document page = document(answer);
        assertThat(page.expectFirst("#send-problems[role=alert]").text()).contains(why);
        assertThat(page.select("input[name='copies:id-" + one + "']").attr("value"))
                .isEqualTo(typed);
        assertThat(page.select("input[name='copies:id-" + three + "']").attr("value"))
                .isEqualTo(typed.equals("0") ? "" : "7");
        assertThat(page.select("input[name=actionId]").attr("value")).isEqualTo(form.getFirst("actionId"));
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void moreThan200CopiesAreNotSentAtOnce() {
        queues.with("D" + one).with("E" + one);
        EntityExchangeResult<String> answer =
                post(SEND, send(one, 50, two, 50, three, 50, "D" + one, 50, "E" + one, 1), PLAIN);
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(document(answer).text()).contains("That makes 201 copies; at most 200 can be sent at once.");
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void aPrinterThatIsGoneIsNamedAndNothingIsSent() {
        MultiValueMap<String, String> form = send(one, 1, "gone", 2);
        EntityExchangeResult<String> answer = post(SEND, form, PLAIN);
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(document(answer).text()).contains("The printer id-gone is no longer in the farm.");
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void anUnknownBuildIsNotFound() {
        eiger.builds.clear();
        eiger.build = FakeEiger.fails(new Trouble.NotFound("No such build.", null));
        assertThat(get(SEND, PLAIN).getStatus().value()).isEqualTo(404);
    }

    @Test
    void whenEigerCannotBeReadThatIsSaidAndNothingIsOffered() {
        eiger.buildsTrouble = new Trouble.Unavailable("Eiger is down.", "4711");
        eiger.build = FakeEiger.fails(eiger.buildsTrouble);

        Document page = page(SEND, HTMX);

        assertThat(page.select("[role=alert]").text()).contains("Eiger is down.", "Reference 4711");
        assertThat(page.select("button.btn--primary, input[type=number]")).isEmpty();
    }

    @Test
    void slowReadingsHoldThePageForAMomentOnly() {
        eiger.readingOf = printer -> Mono.never();
        Document page = page(SEND, HTMX);
        assertThat(page.select("tr[id^=rank-]")).hasSize(3);
        assertThat(eiger.readings.get()).isPositive();
        eiger.readingOf = null;
    }

    @Test
    void rubbishFromAPrinterLeavesTheOthers() {
        eiger.readingOf = printer -> printer.equals(Queues.id(one))
                ? Mono.error(new FarmException(new Trouble.Unreadable("Rubbish.", null)))
                : eiger.plain(printer);
        String batch = location(post(SEND, send(one, 1, three, 1), PLAIN));

        Document page = page(batch, PLAIN);
        assertThat(standings(page)).containsExactly("not-sent", "done");
        assertThat(sum(page))
                .isEqualTo("1 of 2 copies are queued; " + one + ": nothing sent, it could not be read first");
        eiger.readingOf = null;
    }

    @Test
    void anUnslicedBuildIsSaidOnceAndCannotBeSent() {
        Build raw = build("Gripper");
        eiger.builds.clear();
        Build unsliced = new Build(
                raw.id(),
                raw.title(),
                raw.series(),
                null,
                "Onyx",
                null,
                raw.needs(),
                Duration.ofHours(1),
                false,
                false,
                null);
        eiger.builds.add(unsliced);
        eiger.build = () -> Mono.just(unsliced);

        Document page = page(SEND, HTMX);

        assertThat(page.text()).contains("It is not sliced yet", "It is not approved");
        assertThat(page.select("button.btn--primary, input[type=number]")).isEmpty();
    }

    @Test
    void spreadingShowsAProposalBeforeAnythingIsSent() {
        Document whole = page(SEND + "?spread=3", PLAIN);
        assertThat(whole.select("[role=status]").text()).contains("Proposal: 3 of 3 copies on");
        assertThat(whole.select("input[name=spread]").attr("value")).isEqualTo("3");
        Document part = page(SEND + "/choice?spread=3", HTMX);
        assertThat(part.select("body > form#send-choice")).hasSize(1);
        int proposed = part.select("input[name^=copies:]").eachAttr("value").stream()
                .filter(value -> !value.isEmpty())
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(proposed).isEqualTo(3);
        assertThat(eiger.sent).isEmpty();

        post(SEND, form(part), PLAIN);
        assertThat(eiger.sent).hasSize(3);
    }

    @Test
    void whatHasNoPlaceForCertainIsSaid() {
        // 412 cm³ of Onyx last for three copies of 120.5 cm³ at each printer, one of which has another job of that
        // kind.
        Document page = page(SEND + "/choice?spread=20", HTMX);
        assertThat(page.select("[role=status]").text())
                .contains("Proposal: 8 of 20 copies on 3 printers", "12 copies have no place");
    }

    @ParameterizedTest
    @CsvSource({"0", "201", "-3", "many", "''"})
    void aNumberThatCannotBeSpreadIsSaid(String typed) {
        Document page = page(SEND + "/choice?spread=" + typed, HTMX);
        assertThat(page.expectFirst("#send-problems").text())
                .contains("The number of copies to spread must be between 1 and 200.");
    }

    @Test
    void hostileWordsStayWords() {
        String hostile = "<script>alert(1)</script>${7*7}";
        Build build = build(hostile);
        eiger.builds.add(build);
        String id = URLEncoder.encode(build.id().value().replace("/", "-"), StandardCharsets.UTF_8)
                .replace("+", "%20");
        eiger.build = () -> Mono.just(build);
        Document page = page("/builds/" + id + "/send", HTMX);
        assertThat(page.text()).contains(hostile);
        assertThat(page.select("script")).isEmpty();
    }
}
