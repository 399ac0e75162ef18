package io.nordwand.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.database.BreakableDatabase;
import io.nordwand.database.Database;
import io.nordwand.database.DatabaseException;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.web.Amounts;
import io.nordwand.web.Csv;
import io.nordwand.web.Fragments;
import io.nordwand.web.LiveStream;
import io.nordwand.web.MovableClock;
import io.nordwand.web.Role;
import io.nordwand.web.Times;
import io.nordwand.web.Viewer;
import io.nordwand.web.WebProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The log's page, table and stream, over a real database that can break down. */
@SpringBootTest(classes = AuditPageTests.Site.class)
@TestPropertySource(properties = "nordwand.web.zone=Europe/Zurich")
class AuditPageTests {

    private static final AtomicReference<Role> ROLE = new AtomicReference<>(Role.ADMIN);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Audit audit;

    @Autowired
    private AuditStream stream;

    @Autowired
    private AuditPages pages;

    @Autowired
    private BreakableDatabase breakable;

    private WebTestClient client;
    private String action;

    /** Each test has an action of its own; the log never forgets. */
    @BeforeEach
    void anAction() {
        client = WebTestClient.bindToApplicationContext(context)
                .configureClient()
                .responseTimeout(LONG)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8_000_000))
                .build();
        action = UUID.randomUUID().toString();
    }

    @AfterEach
    void recover() {
        ROLE.set(Role.ADMIN);
        breakable.breakDown(false);
    }

    private DeedId intend(String operation, String subject) {
        DeedId id = Objects.requireNonNull(
                audit.intend(deed(action, "lena", operation, subject)).block(LONG));
        return id;
    }

    private static Deed deed(String action, String person, String operation, String subject) {
        return new Deed(
                action, new Actor(person, "operator", "10.0.0.7"), operation, null, "", null, subject, null, "Seen.");
    }

    private void settle(DeedId id, Outcome.Kind kind, String sentence) {
        audit.settle(id, Outcome.of(kind, sentence)).block(LONG);
    }

    private Document page(String url, int status) {
        String html = client.get()
                .uri(url)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Jsoup.parse(html == null ? "" : html);
    }

    private String url() {
        return "/audit?action=" + action;
    }

    @Test
    void showsWhoDidWhatWithWhatOutcome() {
        settle(intend("append", "<b>Gripper</b>"), Outcome.Kind.NOT_DONE, "Eiger refused.");
        Document page = page(url(), 200);

        assertThat(page.select("#audit-rows tr")).hasSize(1);
        assertThat(page.select("#audit-rows tr").text())
                .contains("lena", "Add to queue", "<b>Gripper</b>", "Not done", "Eiger refused.", "10.0.0.7", "Seen.");
        assertThat(page.select("[data-outcome=not-done]")).hasSize(1);
        assertThat(page.select("#applied a").eachAttr("href")).containsExactly("/audit");
        assertThat(page.select("#audit-rows time").attr("data-time")).isEqualTo("stamp");
    }

    @Test
    void aChangeOfApprovalsLeadsToWhatItReplaced() {
        intend("approve", "3 builds");
        intend("approvals-off", "All approvals");
        intend("append", "Gripper");
        assertThat(page(url(), 200).select("a[href^=/approvals/sets/]").eachAttr("href"))
                .containsExactly("/approvals/sets/" + action, "/approvals/sets/" + action);
    }

    @Test
    void anOperationWithoutWordsIsShownAsItIs() {
        intend("queue.teleport", "Gripper");
        assertThat(page(url(), 200).select("#audit-rows b").text()).isEqualTo("queue.teleport");
    }

    @Test
    void filtersStandInTheFormAndInChipsThatRemoveThem() {
        intend("append", "Gripper");
        Document page = page(url() + "&person=lena&outcome=open&from=2026-02-01&q=grip", 200);

        assertThat(page.select("form#filters [name=person] option[selected]").attr("value"))
                .isEqualTo("lena");
        assertThat(page.select("form#filters [name=from]").attr("value")).isEqualTo("2026-02-01");
        assertThat(page.select("form#filters [name=action]").attr("value")).isEqualTo(action);
        assertThat(page.select("#applied a")).hasSize(6);
        assertThat(page.select("#applied a").get(1).attr("href"))
                .isEqualTo("/audit?q=grip&outcome=open&from=2026-02-01&action=" + action);
        assertThat(page.select("#audit-csv").attr("href"))
                .isEqualTo("/audit.csv?q=grip&person=lena&outcome=open&from=2026-02-01&action=" + action);
    }

    @Test
    void whatFitsNothingOffersTheWayBack() {
        Document page = page(url() + "&person=nobody", 200);
        assertThat(page.select("#audit-list h2").text()).isEqualTo("Nothing fits these filters");
        assertThat(page.select("#audit-list .btn")).hasSize(3);
    }

    @Test
    void onlyAdministratorsAreOfferedTheTableForSpreadsheets() {
        intend("append", "Gripper");
        assertThat(page(url(), 200).select("#audit-csv")).hasSize(1);
        ROLE.set(Role.OPERATOR);
        assertThat(page(url(), 200).select("#audit-csv")).isEmpty();
    }

    @Test
    void olderDeedsAreOnFurtherPages() {
        IntStream.range(0, 102).forEach(i -> intend("append", "Part " + i));
        Document first = page(url(), 200);
        assertThat(first.select("#audit-rows tr")).hasSize(100);

        Document second = page(first.select("#audit-older a[rel=next]").attr("href"), 200);
        assertThat(second.select("#audit-rows tr")).hasSize(2);
        assertThat(second.select("#audit-rows tr").get(1).text()).contains("Part 0");
        assertThat(second.select("#audit-older a").attr("href")).isEqualTo(url());
    }

    @Test
    void theTableForSpreadsheetsHasTheRowsOfAllPages() {
        List<String> numbers = new ArrayList<>();
        IntStream.range(0, 501)
                .forEach(i -> numbers.add(
                        0, String.valueOf(intend("append", "Part " + i).value())));
        List<String> lines = csv().lines().toList();

        assertThat(lines.get(0)).startsWith("\uFEFF\"number\",\"time_utc\",\"time_local\"");
        assertThat(lines.stream().skip(1).map(line -> line.substring(1, line.indexOf('"', 1))))
                .containsExactlyElementsOf(numbers);
        String shown = page(url(), 200).select("#audit-rows tr").eachAttr("id").toString();
        assertThat(Stream.of(shown.split(", ")))
                .hasSize(100)
                .allMatch(id -> numbers.stream().anyMatch(id::contains));
    }

    @Test
    void theTableForSpreadsheetsHoldsNoFormulas() {
        DeedId id = intend("append", "=HYPERLINK(\"http://example.org\";\"x\")");
        settle(id, Outcome.Kind.NOT_DONE, "\t@SUM(1)\nnext");
        String csv = csv();

        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://example.org\"\";\"\"x\"\")\"", "\"'\t@SUM(1)\nnext\"");
        assertThat(csv).contains("\"2026-02-12T14:32:08Z\",\"2026-02-12 15:32:08 +01:00\"");
    }

    private String csv() {
        String body = client.get()
                .uri("/audit.csv?action=" + action)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Disposition", "attachment; filename=\"nordwand-audit-2026-02-12.csv\"")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }

    @Test
    void aDatabaseThatFailsIsSaidAndNothingIsStored() {
        breakable.breakDown(true);
        assertThat(page(url(), 503).select("#audit-list [role=alert]").text()).contains("can’t be read at the moment");
        StepVerifier.create(audit.intend(deed(action, "lena", "append", "Gripper")))
                .verifyError(DatabaseException.class);
    }

    @Test
    void anOutcomeThatCouldNotBeStoredIsStoredLater() {
        Arrears arrears = context.getBean(Arrears.class);
        DeedId id = intend("append", "Gripper");
        breakable.breakDown(true);
        settle(id, Outcome.Kind.UNKNOWN, "No answer.");
        settle(id, Outcome.Kind.FOUND_DONE, "It is there.");
        assertThat(arrears.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("audit");
            assertThat(notice.arguments()).containsExactly("2");
        });

        breakable.breakDown(false);
        StepVerifier.create(regions(page())
                        .filter(html -> html.contains("It is there."))
                        .take(1))
                .expectNextCount(1)
                .expectComplete()
                .verify(LONG);
        assertThat(page(url(), 200).select("[data-outcome=found-done]")).hasSize(1);
    }

    private AuditPage page() {
        AuditPage page = Objects.requireNonNull(pages.page(query()).block(LONG));
        return page;
    }

    private AuditQuery query() {
        return new AuditQuery("", "", "", "", null, null, null, action, null);
    }

    private Flux<String> regions(AuditPage page) {
        return stream.regions(page.query(), page.oldest(), page.revision());
    }

    @Test
    void newAndChangedDeedsArriveAndNothingElse() {
        DeedId first = intend("append", "Gripper");
        StepVerifier.create(regions(page()))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(300))
                .then(() -> intend("print", "Jaw"))
                .assertNext(html -> assertThat(html)
                        .contains("hx-target=\"#audit-rows\" hx-swap=\"afterbegin\"", "Jaw")
                        .doesNotContain("Gripper"))
                .then(() -> settle(first, Outcome.Kind.DONE, "There."))
                .assertNext(html -> assertThat(html)
                        .contains("hx-target=\"#deed-" + first.value() + "\" hx-swap=\"outerMorph\"", "There.")
                        .doesNotContain("Jaw"))
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void aDeedThatNoLongerFitsTheFilterLeaves() {
        DeedId first = intend("append", "Gripper");
        DeedId second = intend("append", "Jaw");
        AuditQuery open = new AuditQuery("", "", "", "", Ending.OPEN, null, null, action, null);
        AuditPage page = Objects.requireNonNull(pages.page(open).block(LONG));
        StepVerifier.create(regions(page))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(300))
                .then(() -> settle(first, Outcome.Kind.DONE, ""))
                .assertNext(
                        html -> assertThat(html).isEqualTo(LiveStream.partial("#deed-" + first.value(), "delete", "")))
                .then(() -> settle(second, Outcome.Kind.DONE, ""))
                .assertNext(html -> assertThat(html).contains("#audit-list", "Nothing fits these filters"))
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void aPageThatMissedSomethingGetsTheWholeList() {
        intend("append", "Gripper");
        AuditPage old = page();
        intend("append", "Jaw");
        StepVerifier.create(regions(old))
                .assertNext(html -> assertThat(html).contains("#audit-list", "Gripper", "Jaw"))
                .thenCancel()
                .verify(LONG);
    }

    /** The pages of this module in a bare frame. */
    @TestComponent
    @ImportAutoConfiguration({
        HttpHandlerAutoConfiguration.class,
        WebFluxAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        MessageSourceAutoConfiguration.class
    })
    @EnableConfigurationProperties(WebProperties.class)
    @Import({
        Amounts.class,
        Arrears.class,
        AuditController.class,
        AuditCsv.class,
        Csv.class,
        AuditCsvController.class,
        AuditFeed.class,
        AuditLog.class,
        AuditPages.class,
        AuditReader.class,
        AuditStream.class,
        Fragments.class,
        Frame.class,
        Times.class
    })
    static class Site {

        @Bean
        MovableClock clock() {
            return new MovableClock(FarmFixtures.NOW);
        }

        @Bean
        BreakableDatabase breakable(MovableClock clock) {
            return new BreakableDatabase(clock);
        }

        @Bean
        Database database(BreakableDatabase breakable) {
            return breakable.database();
        }

        @Bean
        SpringResourceTemplateResolver bareFrame(ApplicationContext context) {
            SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
            resolver.setApplicationContext(context);
            resolver.setPrefix("classpath:/bare-frame/");
            resolver.setSuffix(".html");
            resolver.setOrder(0);
            resolver.setCheckExistence(true);
            return resolver;
        }
    }

    /** What the frame's model gives to pages. */
    @ControllerAdvice
    static class Frame {

        private final Times times;

        Frame(Times times) {
            this.times = times;
        }

        @ModelAttribute
        void model(Model model) {
            model.addAttribute("times", times);
            model.addAttribute("viewer", new Viewer("ada", Objects.requireNonNull(ROLE.get())));
        }
    }
}
