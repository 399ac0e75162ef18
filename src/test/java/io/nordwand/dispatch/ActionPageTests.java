package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Since;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

class ActionPageTests extends Site {

    private static final AtomicInteger PRINTERS = new AtomicInteger();

    // The module remembers what was done at a printer, so each test has one of its own.
    private final String name = "P-" + PRINTERS.incrementAndGet();
    private final PrinterId id = new PrinterId("id-" + name);
    private final String at = "/printers/" + id;
    private final String sentPrint = "print " + id + " build-Gripper";

    @Autowired
    Actions actions;

    @BeforeEach
    void aPrinter() {
        eiger.show(queued(printer(name), "Gripper", "Bracket"));
    }

    private MultiValueMap<String, String> formOf(Operation operation) {
        MultiValueMap<String, String> form = form(page(question(operation), HTMX));
        if (operation == Operation.PRINT) {
            form.add("checked", "yes");
        }
        return form;
    }

    private String question(Operation operation) {
        return switch (operation) {
            case ADD -> at + "/add";
            case REMOVE -> at + "/queue/entry-1/remove";
            case CLEAR -> at + "/clear";
            case PRINT -> at + "/print?build=build-Gripper&entry=entry-1";
            default -> throw new IllegalArgumentException(operation + " has a page of its own");
        };
    }

    private String target(Operation operation) {
        return question(operation).replaceFirst("\\?.*", "");
    }

    private static int status(EntityExchangeResult<?> result) {
        return result.getStatus().value();
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"ADD", "REMOVE", "CLEAR", "PRINT"})
    void aFormIsSentOnceAndLeadsBackToThePrinter(Operation operation) {
        MultiValueMap<String, String> form = formOf(operation);
        int sent = operation == Operation.CLEAR ? 2 : 1;

        EntityExchangeResult<String> first = post(target(operation), form, PLAIN);
        assertThat(status(first)).isEqualTo(303);
        assertThat(first.getResponseHeaders().getLocation()).isEqualTo(URI.create(at));
        assertThat(eiger.sent).hasSize(sent);

        // A double click, a reload of the answer: the same form again, by htmx.
        EntityExchangeResult<String> again = post(target(operation), form, HTMX);
        assertThat(status(again)).isEqualTo(204);
        assertThat(again.getResponseHeaders().getFirst("HX-Redirect")).isEqualTo(at);
        assertThat(again.getResponseHeaders().getLocation()).isNull();
        assertThat(again.getResponseBody()).isNull();
        assertThat(eiger.sent).hasSize(sent);
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"ADD", "REMOVE", "CLEAR", "PRINT"})
    void theSameFormFromManyAtOnceIsSentOnce(Operation operation) {
        MultiValueMap<String, String> form = formOf(operation);
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> status(post(target(operation), form, PLAIN))))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(303));
        assertThat(eiger.sent).hasSize(operation == Operation.CLEAR ? 2 : 1);
    }

    @Test
    void aSecondTabIsToldThatNothingWasSent() {
        MultiValueMap<String, String> firstTab = formOf(Operation.ADD);
        MultiValueMap<String, String> secondTab = formOf(Operation.REMOVE);
        post(target(Operation.ADD), firstTab, PLAIN);

        EntityExchangeResult<String> stale = post(target(Operation.REMOVE), secondTab, HTMX);

        assertThat(status(stale)).isEqualTo(409);
        assertThat(stale.getResponseHeaders().getFirst("HX-Retarget")).isEqualTo("#dialogs");
        assertThat(stale.getResponseHeaders().getFirst("HX-Reswap")).isEqualTo("innerHTML");
        assertThat(document(stale).select("body > dialog[data-modal]").text())
                .contains("Nothing was sent to " + name, "older than your last action");
        assertThat(eiger.sent).containsExactly("append " + id + " build-Gripper");

        EntityExchangeResult<String> whole = post(target(Operation.REMOVE), secondTab, PLAIN);
        assertThat(status(whole)).isEqualTo(409);
        assertThat(whole.getResponseHeaders().getFirst("HX-Retarget")).isNull();
        assertThat(document(whole).select("main dialog[open]").text()).contains("Nothing was sent to " + name);
    }

    @Test
    void anIdOfAnotherSessionIsNoGood() {
        MultiValueMap<String, String> form = formOf(Operation.ADD);
        session = "another";

        assertThat(status(post(target(Operation.ADD), form, PLAIN))).isEqualTo(409);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void twoPeopleCannotActOnOnePrinterAtOnce() {
        eiger.append = Mono::never;
        MultiValueMap<String, String> first = formOf(Operation.ADD);
        String firstSession = session;
        session = "another";
        MultiValueMap<String, String> second = formOf(Operation.CLEAR);

        session = firstSession;
        post(target(Operation.ADD), first, PLAIN);
        session = "another";
        EntityExchangeResult<String> busy = post(target(Operation.CLEAR), second, HTMX);

        assertThat(status(busy)).isEqualTo(409);
        assertThat(document(busy).text()).contains("Something else is under way", "Asked for by lena");
        assertThat(eiger.sent).hasSize(1);
    }

    @Test
    void aStartWithoutTheTickIsAskedForAgainAndNotSent() {
        MultiValueMap<String, String> form = formOf(Operation.PRINT);
        form.remove("checked");

        EntityExchangeResult<String> dialog = post(target(Operation.PRINT), form, HTMX);
        assertThat(status(dialog)).isEqualTo(422);
        assertThat(dialog.getResponseHeaders().getFirst("HX-Retarget")).isEqualTo("#dialogs");
        assertThat(document(dialog)
                        .select("body > dialog[data-modal] [role=alert]")
                        .text())
                .contains("tick every box first", "Nothing was sent");
        assertThat(document(dialog).select("input[checked]")).isEmpty();

        EntityExchangeResult<String> whole = post(target(Operation.PRINT), form, PLAIN);
        assertThat(status(whole)).isEqualTo(422);
        assertThat(document(whole).select("main dialog[open] input[name=checked]"))
                .hasSize(1);
        assertThat(eiger.sent).isEmpty();

        // The question that came back can be answered.
        MultiValueMap<String, String> ticked = form(document(whole));
        ticked.add("checked", "yes");
        assertThat(status(post(target(Operation.PRINT), ticked, PLAIN))).isEqualTo(303);
        assertThat(eiger.sent).containsExactly(sentPrint);
    }

    @Test
    void aStartOnAPrinterThatChangedWhileTheDialogWasOpenIsNotSent() {
        MultiValueMap<String, String> form = formOf(Operation.PRINT);
        Printer before = queued(printer(name), "Gripper");
        eiger.show(new Printer(
                before.report(),
                before.group(),
                before.cautions(),
                new Since(FarmFixtures.NOW.plusSeconds(60), true),
                null,
                false,
                before.queue(),
                before.readAt()));

        EntityExchangeResult<String> again = post(target(Operation.PRINT), form, HTMX);

        assertThat(status(again)).isEqualTo(422);
        assertThat(document(again).select("[role=alert]").text()).contains("changed while you were confirming");
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void afterAStartOfUnknownOutcomeTheNextOneNeedsASecondTick() throws Exception {
        eiger.print = FakeEiger.<JobId>fails(Bench.LOST);
        post(target(Operation.PRINT), formOf(Operation.PRINT), PLAIN);
        actions.updates(id)
                .map(Action::stage)
                .startWith(actions.recent(id).get(0).stage())
                .filter(Stage.UNKNOWN::equals)
                .next()
                .toFuture()
                .get(60, TimeUnit.SECONDS);

        Document question = page(question(Operation.PRINT), HTMX);
        assertThat(question.select("[role=alert]").text()).contains("Nobody knows whether Gripper was started here");
        assertThat(question.select("input[type=checkbox][required]").eachAttr("name"))
                .containsExactly("looked", "checked");

        MultiValueMap<String, String> form = formOf(Operation.PRINT);
        assertThat(status(post(target(Operation.PRINT), form, PLAIN))).isEqualTo(422);
        assertThat(eiger.sent).containsExactly(sentPrint);

        form.add("looked", "yes");
        assertThat(status(post(target(Operation.PRINT), form, PLAIN))).isEqualTo(303);
        assertThat(eiger.sent).containsExactly(sentPrint, sentPrint);
    }

    @Test
    void clearingNothingSendsNothing() {
        MultiValueMap<String, String> form = formOf(Operation.CLEAR);
        form.remove("entry");

        EntityExchangeResult<String> result = post(target(Operation.CLEAR), form, PLAIN);

        assertThat(status(result)).isEqualTo(409);
        assertThat(document(result).text()).contains("No job was chosen");
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void clearingTakesOnlyWhatTheFormListed() {
        MultiValueMap<String, String> form = formOf(Operation.CLEAR);
        eiger.show(queued(printer(name), "Gripper", "Bracket", "Added meanwhile"));

        post(target(Operation.CLEAR), form, PLAIN);

        assertThat(eiger.sent).containsExactly("remove " + id + " entry-2", "remove " + id + " entry-1");
    }

    @Test
    void aRequestThatIsNotAFormOfOursIsABadRequest() {
        MultiValueMap<String, String> bare = new LinkedMultiValueMap<>();
        bare.add("build", "build-Gripper");
        assertThat(status(post(at + "/add", bare, PLAIN))).as("no action id").isEqualTo(400);
        bare.set("actionId", "x".repeat(10_000));
        assertThat(status(post(at + "/add", bare, PLAIN))).as("endless id").isEqualTo(400);
        bare.set("actionId", "made-up");
        assertThat(status(post(at + "/add", bare, PLAIN))).as("foreign id").isEqualTo(409);
        assertThat(status(post("/printers/nobody/add", bare, PLAIN))).isEqualTo(404);
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void withoutAPersonNothingIsSent() {
        MultiValueMap<String, String> form = formOf(Operation.ADD);
        client.post()
                .uri(at + "/add")
                .header("X-Session", session)
                .bodyValue(form)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(eiger.sent).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"ADD", "REMOVE", "CLEAR", "PRINT"})
    void onlyPostActs(Operation operation) {
        MultiValueMap<String, String> form = formOf(operation);
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            client.method(method)
                    .uri(builder ->
                            builder.path(target(operation)).queryParams(form).build())
                    .header("X-Person", "lena")
                    .header("X-Session", session)
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH)) {
            client.method(method)
                    .uri(target(operation))
                    .header("X-Person", "lena")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(405);
        }
        assertThat(eiger.sent).isEmpty();
    }

    @Test
    void aBrowserDoesNotWaitForALongAction() {
        eiger.append = () -> Mono.<EntryId>never();
        assertThat(status(post(at + "/add", formOf(Operation.ADD), PLAIN))).isEqualTo(303);
        assertThat(actions.recent(id)).extracting(Action::stage).doesNotContain(Stage.DONE);
    }
}
