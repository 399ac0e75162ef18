package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.build;
import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A browser before the pages of this module, with and without JavaScript. Each test has a session of its own. */
@SpringBootTest(classes = PageConfiguration.class)
abstract class Site {

    static final String AT = "/printers/id-X7-01";

    @Autowired
    ApplicationContext context;

    @Autowired
    FakeEiger eiger;

    WebTestClient client;
    String session = UUID.randomUUID().toString();

    @BeforeEach
    void aFarm() {
        client = WebTestClient.bindToApplicationContext(context)
                .configureClient()
                .responseTimeout(Duration.ofMinutes(1))
                .build();
        eiger.reset();
        eiger.show(queued(printer("X7-01"), "Gripper", "Bracket"));
        eiger.builds.add(build("Gripper"));
        eiger.builds.add(build("Bracket"));
    }

    static final Consumer<HttpHeaders> PLAIN = headers -> {};

    static final Consumer<HttpHeaders> HTMX = headers -> {
        headers.set("HX-Request", "true");
        headers.set("HX-Request-Type", "partial");
    };

    private void person(HttpHeaders headers) {
        headers.set("X-Person", "lena");
        headers.set("X-Session", session);
    }

    EntityExchangeResult<String> get(String url, Consumer<HttpHeaders> browser) {
        return client.get()
                .uri(URI.create(url))
                .headers(this::person)
                .headers(browser)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    Document page(String url, Consumer<HttpHeaders> browser) {
        EntityExchangeResult<String> result = get(url, browser);
        assertThat(result.getStatus().value()).as(url).isEqualTo(200);
        return document(result);
    }

    static Document document(EntityExchangeResult<String> result) {
        String html = result.getResponseBody();
        return Jsoup.parse(html == null ? "" : html);
    }

    EntityExchangeResult<String> post(String url, MultiValueMap<String, String> form, Consumer<HttpHeaders> browser) {
        return client.post()
                .uri(url)
                .headers(this::person)
                .headers(browser)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    /** What the first POST form of a page would send; unticked boxes are left out, as a browser does. */
    static MultiValueMap<String, String> form(Document page) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        page.expectFirst("form[method=post]")
                .select("input[name]:not([type=checkbox])")
                .forEach(input -> form.add(input.attr("name"), input.attr("value")));
        return form;
    }
}
