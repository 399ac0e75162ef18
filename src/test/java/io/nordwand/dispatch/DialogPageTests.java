package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.build;
import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Needs;
import io.nordwand.farm.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class DialogPageTests extends Site {

    private static final String PRINT = AT + "/print?build=build-Gripper&entry=entry-1";
    private static final String HOSTILE = "<script>alert(1)</script>\" onload='x' ${7*7} #{a} {0}";

    private static Build like(String title, String series, @Nullable Boolean sliced, @Nullable Boolean approved) {
        return new Build(
                new BuildId("id/" + title),
                title,
                series,
                3,
                "Onyx",
                null,
                new Needs(1.0, null, 4.0),
                Duration.ofMinutes(30),
                sliced,
                approved,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {AT + "/add", AT + "/clear", AT + "/queue/entry-1/remove", PRINT})
    void everyQuestionIsAPageOfItsOwnAndADialogOverThePage(String url) {
        Document whole = page(url, PLAIN);
        assertThat(whole.title()).contains("X7-01");
        assertThat(whole.select("main#main.main[tabindex=-1] .body dialog[open].dialog--static"))
                .hasSize(1);
        assertThat(whole.select("dialog[data-modal]")).isEmpty();

        Document dialog = page(url, HTMX);
        assertThat(dialog.select("main, head title")).isEmpty();
        assertThat(dialog.body().children()).hasSize(1);
        assertThat(dialog.select("body > dialog.dialog[data-modal]:not([open]):not(.dialog--static)"))
                .hasSize(1);

        for (Document page : List.of(whole, dialog)) {
            String title = page.expectFirst("dialog").attr("aria-labelledby");
            assertThat(page.expectFirst("#" + title).text()).contains("X7-01");
            assertThat(page.select("[style], script, [onclick], [onload]")).isEmpty();
            assertThat(page.select("*[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select("[autofocus]")).hasSize(1).noneMatch(focus -> focus.hasClass("btn--danger"));
            assertThat(page.select("a[data-dismiss]").eachAttr("href"))
                    .isNotEmpty()
                    .containsOnly(AT);
            assertThat(page.text()).doesNotContain("??", "{", "}");
            for (Element form : page.select("form[method=post]")) {
                assertThat(form.hasAttr("data-once")).isTrue();
                assertThat(form.attr("hx-post")).isEqualTo(form.attr("action")).startsWith(AT);
                assertThat(form.attr("hx-swap")).isEqualTo("none");
                assertThat(form.select("input[name=_csrf]").eachAttr("value")).containsExactly("csrf-1");
                assertThat(form.select("input[name=actionId]").attr("value")).isNotBlank();
            }
        }
        assertThat(eiger.sent).as("GET changes nothing").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/printers/nobody/add", "/printers/%20/clear", "/printers/nobody/queue/entry-1/remove"})
    void aPrinterThatTheFarmDoesNotHaveIsNotFound(String url) {
        client.get()
                .uri(URI.create(url))
                .header("X-Person", "lena")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void anAddressWithoutABuildIsABadRequest() {
        client.get()
                .uri(AT + "/print?build=")
                .header("X-Person", "lena")
                .exchange()
                .expectStatus()
                .isBadRequest();
        client.get()
                .uri(AT + "/print")
                .header("X-Person", "lena")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void addOffersTheBuildsThatFitTheSeriesNewestFirst() {
        eiger.builds.add(like("For another", "FX20", true, null));
        eiger.builds.add(like("Raw", "X7", false, null));
        eiger.builds.add(like("Secret", "X7", true, false));
        eiger.builds.add(like("", "", null, true));

        Document page = page(AT + "/add", HTMX);

        assertThat(page.select("#add-builds li b").eachText())
                .containsExactly("Gripper", "Bracket", "Raw", "Secret", "id/");
        Element raw = page.select("#add-builds li").get(2);
        assertThat(raw.text()).contains("not sliced yet");
        assertThat(raw.select("form")).isEmpty();
        assertThat(page.select("#add-builds li").get(3).text()).contains("not approved");
        assertThat(page.select("#add-builds li").get(0).text())
                .contains("Onyx + Carbon Fiber", "4 parts", "enough left");
        assertThat(page.select("#add-builds form input[name=build]").eachAttr("value"))
                .containsExactly("build-Gripper", "build-Bracket", "id/Secret", "id/");
        assertThat(page.select("#add-builds a[hx-target=#dialogs]").eachAttr("href"))
                .contains(AT + "/print?build=build-Gripper", AT + "/print?build=id/Secret");
    }

    @Test
    void addSearchesOnTheServerWithAndWithoutJavaScript() {
        Document whole = page(AT + "/add?q=BR%C3%84cket%20onyx", PLAIN);
        assertThat(whole.select("#add-builds li b").eachText()).containsExactly("Bracket");
        assertThat(whole.select("input[name=q]").attr("value")).isEqualTo("BRÄcket onyx");
        assertThat(whole.select("form[role=search][method=get]").attr("action")).isEqualTo(AT + "/add");

        Document part = page(AT + "/add/builds?q=bracket", HTMX);
        assertThat(part.body().children()).hasSize(1);
        assertThat(part.select("section#add-builds li b").eachText()).containsExactly("Bracket");
        assertThat(part.select("input[name=actionId]").attr("value")).isNotBlank();

        assertThat(page(AT + "/add?q=nothing%20like%20it", HTMX).text()).contains("matches “nothing like it”");
    }

    @Test
    void addShowsTheNewestOfManyAndSaysSo() {
        eiger.builds.clear();
        IntStream.range(0, 100).forEach(i -> eiger.builds.add(build("Part " + i)));

        Document page = page(AT + "/add", HTMX);

        assertThat(page.select("#add-builds li")).hasSize(AddDialog.MOST);
        assertThat(page.text()).contains("Only the 60 newest are shown");
    }

    @Test
    void addOffersPrintNowOnlyWhereThePrinterIsReady() {
        eiger.show(printing("X7-01", "Gripper"));

        Document page = page(AT + "/add", HTMX);

        assertThat(page.select("#add-builds form")).isNotEmpty();
        assertThat(page.select("#add-builds a[href*='/print?']")).isEmpty();
        assertThat(page.select("#add-builds a[href*='/send?from=id-X7-01']")).hasSize(2);
        assertThat(page.text()).contains("Print now works when the printer is ready");
    }

    @Test
    void addSaysWhyThereIsNoList() {
        eiger.buildsTrouble = new Trouble.NotAuthorized("Eiger refuses the keys.", "4711");

        Document page = page(AT + "/add", HTMX);

        assertThat(page.select("[role=alert]").text()).contains("Eiger refuses the keys.", "Reference 4711");
        assertThat(page.select("#add-builds li, .empty")).isEmpty();
    }

    @Test
    void clearListsExactlyWhatGoesAndNamesWhatStays() {
        eiger.show(queued(printing("X7-01", "Housing"), "Gripper", "Bracket"));

        Document page = page(AT + "/clear", HTMX);

        assertThat(page.select("h2").text()).isEqualTo("Remove all 2 jobs from the queue of X7-01?");
        assertThat(page.select("input[name=entry]").eachAttr("value")).containsExactly("entry-1", "entry-2");
        assertThat(page.select(".joblist li b").eachText()).containsExactly("Gripper", "Bracket");
        assertThat(page.text()).contains("The running print Housing is not touched", "Lena Brunner");
        assertThat(page.text()).doesNotContain("lena@example.com");
        assertThat(page.select("button[type=submit]").text()).isEqualTo("Remove 2 jobs");
        assertThat(page.select("[autofocus]").text()).isEqualTo("Keep the queue");
    }

    @Test
    void clearOffersNothingForAnEmptyQueueOrOneThatCannotBeRead() {
        eiger.show(printer("X7-01"));
        Document empty = page(AT + "/clear", HTMX);
        assertThat(empty.select("h2").text()).isEqualTo("The queue of X7-01 is empty");
        assertThat(empty.select("button[type=submit]")).isEmpty();

        eiger.reading = FakeEiger.fails(new Trouble.Unavailable("Eiger is down.", null));
        Document unread = page(AT + "/clear", HTMX);
        assertThat(unread.select("[role=alert]").text()).contains("nothing can be sent now", "Eiger is down.");
        assertThat(unread.select("button[type=submit]")).isEmpty();
    }

    @Test
    void removeNamesTheEntryOrSaysThatItIsGone() {
        Document page = page(AT + "/queue/entry-2/remove", HTMX);
        assertThat(page.select("h2").text()).isEqualTo("Remove Bracket from the queue of X7-01?");
        assertThat(page.text()).contains("Job 2 in the queue", "Requested by Lena Brunner");
        assertThat(page.select("button[type=submit]").text()).isEqualTo("Remove Bracket");

        Document gone = page(AT + "/queue/entry-9/remove", HTMX);
        assertThat(gone.select("[role=alert]").text()).contains("no longer in the queue");
        assertThat(gone.select("button[type=submit]")).isEmpty();
    }

    @Test
    void hostileWordsStayWords() {
        Build hostile = like(HOSTILE, "X7", true, null);
        eiger.builds.clear();
        eiger.builds.add(hostile);
        eiger.build = () -> Mono.just(hostile);
        eiger.show(queued(printer("X7-01"), HOSTILE, HOSTILE));

        for (String url : List.of(
                AT + "/add",
                AT + "/clear",
                AT + "/queue/entry-1/remove",
                AT + "/print?build=b",
                AT + "/add?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")) {
            Document page = page(url, HTMX);
            assertThat(page.select("script")).as(url).isEmpty();
            assertThat(page.select("[onload]")).as(url).isEmpty();
            assertThat(page.text())
                    .as(url)
                    .contains("<script>alert(1)</script>")
                    .doesNotContain("49 ");
        }
    }
}
