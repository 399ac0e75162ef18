package io.nordwand.request;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.FarmFixtures.printer;

import io.nordwand.audit.FakeAudit;
import io.nordwand.database.BreakableDatabase;
import io.nordwand.database.Database;
import io.nordwand.dispatch.OrderSite;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.web.PageSite;
import io.nordwand.web.PageTest;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Somebody before the pages of requests. Each test begins with an empty backlog and two printers that are free. */
@SpringBootTest(
        classes = RequestSite.class,
        properties = {"spring.main.web-application-type=reactive", "nordwand.web.zone=UTC"})
abstract class RequestPageTest extends PageTest {

    static final Duration LONG = Duration.ofSeconds(30);
    static final LocalDate TODAY = LocalDate.of(2026, 2, 12);

    static final Consumer<HttpHeaders> PLAIN = headers -> {};

    static final Consumer<HttpHeaders> HTMX = headers -> {
        headers.set("HX-Request", "true");
        headers.set("HX-Request-Type", "partial");
    };

    @Autowired
    FakeBacklog eiger;

    @Autowired
    Wishes wishes;

    @Autowired
    Database database;

    @Autowired
    BreakableDatabase breakable;

    @Autowired
    OrderSite.Switch writing;

    @Autowired
    FakeAudit audit;

    String session = UUID.randomUUID().toString();

    @BeforeEach
    void anEmptyBacklog() {
        eiger.reset();
        database.now(jdbc -> jdbc.sql("delete from withdrawal_job").update());
        database.now(jdbc -> jdbc.sql("delete from withdrawal").update());
        database.now(jdbc -> jdbc.sql("delete from wish").update());
        show(printer("X7-01"), printer("X7-02"));
        eiger.read();
    }

    @AfterEach
    void allowEverything() {
        breakable.breakDown(false);
        writing.allow();
        writing.settle();
    }

    static void as(String name, Role role) {
        PageSite.VIEWER.set(new Viewer(name, role));
    }

    /** A request that was filed here, and is on the backlog. */
    JobRecord filed(String title, String person, String note, @Nullable LocalDate dueOn) {
        JobRecord job = eiger.waits(FakeBacklog.build(title), null, NOW.minus(Duration.ofHours(5)));
        String token = UUID.randomUUID().toString();
        wishes.add(new Wishes.New(
                        token,
                        "order-" + token,
                        Wish.Kind.REQUEST,
                        FakeBacklog.build(title).id(),
                        title,
                        person,
                        note,
                        dueOn,
                        NOW.minus(Duration.ofHours(5)),
                        Set.of()))
                .block(LONG);
        wishes.settle("order-" + token, "done", "").block(LONG);
        wishes.join(token, job.id()).block(LONG);
        eiger.read();
        return job;
    }

    EntityExchangeResult<String> get(String url, Consumer<HttpHeaders> browser) {
        return client.get()
                .uri(url)
                .headers(headers -> headers.set("X-Session", session))
                .headers(browser)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    EntityExchangeResult<String> post(String url, MultiValueMap<String, String> form, Consumer<HttpHeaders> browser) {
        return client.post()
                .uri(url)
                .headers(headers -> headers.set("X-Session", session))
                .headers(browser)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    static Document document(EntityExchangeResult<String> answer) {
        String html = answer.getResponseBody();
        return Jsoup.parse(html == null ? "" : html);
    }

    static int status(EntityExchangeResult<String> answer) {
        return answer.getStatus().value();
    }

    static String location(EntityExchangeResult<String> answer) {
        return String.valueOf(answer.getResponseHeaders().getLocation());
    }

    /** What the first POST form of a page would send; boxes are left out, as unticked. */
    static MultiValueMap<String, String> form(Document page) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        page.expectFirst("form[method=post]")
                .select("input[name]:not([type=checkbox])")
                .forEach(input -> form.add(input.attr("name"), input.attr("value")));
        return form;
    }
}
