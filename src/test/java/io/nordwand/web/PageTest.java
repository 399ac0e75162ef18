package io.nordwand.web;

import static io.nordwand.farm.FarmFixtures.NOW;

import io.nordwand.farm.FakeFarms;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.Printer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** A reader before the pages of a {@link PageSite}, which the test's own site imports. */
@SpringBootTest(properties = {"spring.main.web-application-type=reactive", "nordwand.web.zone=UTC"})
public abstract class PageTest {

    protected static final AtomicLong REVISION = new AtomicLong(100);

    @Autowired
    private ApplicationContext context;

    @Autowired
    protected FakeFarms farms;

    protected WebTestClient client;

    @BeforeEach
    void client() {
        client = WebTestClient.bindToApplicationContext(context)
                .configureClient()
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(64 << 20))
                .build();
    }

    @AfterEach
    void theUsualViewer() {
        PageSite.VIEWER.set(new Viewer("lena", Role.OPERATOR));
    }

    protected void show(Printer... printers) {
        show(List.of(printers));
    }

    protected void show(List<Printer> printers) {
        farms.show(Farm.of(REVISION.incrementAndGet(), printers, new Freshness(NOW, null, null, NOW.plusSeconds(15))));
    }

    /** The page at that path, with its text as it was sent. */
    protected Document page(String uri, Object... values) {
        Document page = Jsoup.parse(Objects.requireNonNull(client.get()
                .uri(uri, values)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Vary", "HX-Request-Type")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
        page.outputSettings().prettyPrint(false);
        return page;
    }

    /** What the live stream at that address sends, without heartbeats. */
    protected Flux<String> messages(String url) {
        return client.get()
                .uri(url)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody()
                .filter(event -> event.event() == null)
                .mapNotNull(ServerSentEvent::data);
    }

    /** The targets of a stream's message. */
    protected static List<String> targets(String message) {
        return Jsoup.parse(message).select("hx-partial").eachAttr("hx-target");
    }
}
