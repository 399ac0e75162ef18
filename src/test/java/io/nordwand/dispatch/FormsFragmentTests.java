package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Actor;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.Printer;
import io.nordwand.farm.QueueEntry;
import io.nordwand.farm.Trouble;
import io.nordwand.web.Role;
import io.nordwand.web.Times;
import io.nordwand.web.Viewer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringWebFluxTemplateEngine;

/** The parts that other pages show, rendered outside a request, as live streams do. */
@SpringBootTest(classes = PageConfiguration.class)
class FormsFragmentTests {

    private static final Viewer LENA = new Viewer("lena", Role.OPERATOR);
    private static final Viewer GUEST = new Viewer("guest", Role.VIEWER);

    @Autowired
    ISpringWebFluxTemplateEngine engine;

    @Autowired
    Times times;

    private Document render(String fragment, Map<String, ?> model) {
        Context context = new Context(Locale.UK, new HashMap<>(model));
        context.setVariable("times", times);
        return Jsoup.parse(engine.process("dispatch/forms", Set.of(fragment), context));
    }

    private Document bar(Printer printer, Viewer viewer) {
        return render("bar", Map.of("printer", printer, "viewer", viewer));
    }

    private Document remove(Printer printer, QueueEntry entry) {
        return render("remove", Map.of("printer", printer, "entry", entry, "forms", new Forms("_csrf", "t", "a")));
    }

    private Element results(Action... actions) {
        Document page = render("results", Map.of("actions", List.of(actions), "viewer", LENA));
        assertThat(page.body().children()).hasSize(1);
        return page.expectFirst("#results");
    }

    private static Action action(Operation operation, Standing standing) {
        Printer printer = queued(printer("X7-01"), "Gear", "<b>Bold</b>");
        Intent intent = Intent.of(
                "session-1",
                "one-time",
                new Actor("lena", "operator", "10.0.0.7"),
                operation,
                printer.id(),
                null,
                List.of(new EntryId("entry-1"), new EntryId("entry-2")));
        return Action.of(intent, printer, null, FarmFixtures.NOW)
                .now(standing, details(operation))
                .because(new Trouble.Conflict("Eiger says <no>.", "ref-9"));
    }

    private static Object[] details(Operation operation) {
        boolean places = operation == Operation.MOVE || operation == Operation.REORDER;
        return places ? new Object[] {1, 2, "Gear", "X7-02"} : new Object[] {1, 2, 3};
    }

    static Stream<Arguments> standings() {
        return Arrays.stream(Operation.values())
                .flatMap(operation -> Arrays.stream(Standing.values())
                        .filter(standing -> standing.befits(operation))
                        .map(standing -> Arguments.of(operation, standing)));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void everyResultIsASentenceWithAReasonAndATime(Operation operation, Standing standing) {
        Element result = results(action(operation, standing)).expectFirst(".result");

        assertThat(result.id()).startsWith("result-");
        assertThat(result.hasClass("result--" + standing.stage().kind())).isTrue();
        assertThat(result.attr("role")).isEqualTo(standing.stage().urgent() ? "alert" : "status");
        assertThat(result.select(".result__t").text()).isNotBlank().doesNotContain("??", "{");
        assertThat(result.select(".result__b").text())
                .doesNotContain("??", "{")
                .contains("Eiger says <no>.", "Reference ref-9", "by lena");
        assertThat(result.select("time[data-time=clock]").attr("datetime")).isEqualTo("2026-02-12T14:32:08Z");
        assertThat(result.select("button[data-dismiss]").isEmpty())
                .isEqualTo(!standing.stage().ended());
        assertThat(result.html()).doesNotContain("one-time", "session-1");
    }

    @Test
    void withoutActionsTheRegionIsThereAndEmpty() {
        assertThat(results().children()).isEmpty();
    }

    @Test
    void aClearedQueueIsReportedEntryByEntryAndItsTitlesAreOnlyText() {
        Action action = action(Operation.CLEAR, Standing.PARTLY);
        List<Step> steps = List.of(
                action.steps().get(0).with(Step.Result.REMOVED),
                action.steps().get(1).with(Step.Result.REFUSED));

        Element results = results(action.with(steps));

        assertThat(results.select("li[data-result]").eachAttr("data-result")).containsExactly("removed", "refused");
        assertThat(results.select("li").get(1).text()).contains("<b>Bold</b>", "not removed");
        assertThat(results.select("b")).isEmpty();
    }

    @Test
    void anUnknownOutcomeLeadsToThePrinterInEiger() {
        assertThat(results(action(Operation.PRINT, Standing.UNCONFIRMED))
                        .select(".result__a a")
                        .attr("href"))
                .isEqualTo("https://www.eiger.io/device/id-X7-01");
    }

    @Test
    void operatorsGetTheirActionsAsLinksThatWorkWithoutJavaScript() {
        Document bar = bar(queued(printer("X7-01"), "Gear"), LENA);

        assertThat(bar.select("a[hx-get]").eachAttr("href"))
                .containsExactly(
                        "/printers/id-X7-01/print?build=build-Gear&entry=entry-1",
                        "/printers/id-X7-01/add",
                        "/printers/id-X7-01/clear");
        assertThat(bar.select("a[hx-get]"))
                .allSatisfy(link -> assertThat(link.attr("hx-get")).isEqualTo(link.attr("href")));
        assertThat(bar.select("form, button")).isEmpty();
    }

    @Test
    void withoutAQueuePrintNowAsksForABuildAndThereIsNothingToClear() {
        Document bar = bar(printer("X7-01"), LENA);

        assertThat(bar.select("a[hx-get]").eachAttr("href"))
                .containsExactly("/printers/id-X7-01/add", "/printers/id-X7-01/add");
    }

    @Test
    void printNowRestsWithAReasonWhileThePrinterIsNotReady() {
        Document bar = bar(printing("X7-01", "Housing"), LENA);

        assertThat(bar.select("button[aria-disabled=true]").attr("aria-describedby"))
                .isEqualTo("why-print");
        assertThat(bar.expectFirst("#why-print").text()).contains("while the printer reports Printing");
        assertThat(bar.select("a[href*=/print?]")).isEmpty();
    }

    @Test
    void viewersGetNoActionsAndARealReason() {
        Document bar = bar(queued(printer("X7-01"), "Gear"), GUEST);

        assertThat(bar.select("[hx-get], button")).isEmpty();
        assertThat(bar.text()).contains("You may look", "Open in Eiger");
    }

    @Test
    void anEntryCanBeRemovedAndOnAFreePrinterPrinted() {
        Printer free = queued(printer("X7-01"), "Gear");
        QueueEntry entry = Objects.requireNonNull(free.queue()).entries().get(0);

        Document links = remove(free, entry);
        assertThat(links.select("a").eachAttr("href"))
                .containsExactly(
                        "/printers/id-X7-01/print?build=build-Gear&entry=entry-1",
                        "/builds/build-Gear/send?from=id-X7-01",
                        "/printers/id-X7-01/queue/entry-1/move",
                        "/printers/id-X7-01/queue/entry-1/remove");
        assertThat(links.select("a").eachAttr("aria-label"))
                .containsExactly(
                        "Print Gear now…", "Send another copy of Gear…", "Move Gear…", "Remove Gear from the queue…");

        assertThat(remove(printing("X7-01", "Housing"), entry).select("a")).hasSize(3);
    }

    @Test
    void oddIdsAndTitlesDoNotBreakOutOfAddresses() {
        QueueEntry odd = new QueueEntry(new EntryId("a/b?c=\"d\"&<e>"), null, null, null, null);

        Document links = remove(printer("X7-01"), odd);

        assertThat(links.select("a").eachAttr("href"))
                .containsExactly("/printers/id-X7-01/queue/a%2Fb%3Fc=%22d%22&%3Ce%3E/remove");
    }
}
