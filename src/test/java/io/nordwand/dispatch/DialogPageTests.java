package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.build;
import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(classes = PageConfiguration.class)
class DialogPageTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    FakeEiger eiger;

    WebTestClient client;

    @BeforeEach
    void aFarm() {
        client = WebTestClient.bindToApplicationContext(context)
                .configureClient()
                .defaultHeader("X-Person", "lena")
                .build();
        eiger.show(queued(printer("X7-01"), "Gripper", "Bracket"));
        eiger.builds.clear();
        eiger.builds.add(build("Gripper"));
        eiger.builds.add(build("Bracket"));
    }

    Document page(String url, boolean partial) {
        String html = client.get()
                .uri(url)
                .headers(headers -> {
                    if (partial) {
                        headers.set("HX-Request", "true");
                        headers.set("HX-Request-Type", "partial");
                    }
                })
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        try {
            java.nio.file.Files.writeString(
                    java.nio.file.Path.of("target/page-" + url.replaceAll("[^a-z]+", "-") + partial + ".html"), html);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Jsoup.parse(html == null ? "" : html);
    }

    @Test
    void everyDialogIsAPageOfItsOwnAndAFragmentForHtmx() {
        for (String url : new String[] {
            "/printers/id-X7-01/add",
            "/printers/id-X7-01/clear",
            "/printers/id-X7-01/queue/entry-1/remove",
            "/printers/id-X7-01/print?build=build-Gripper&entry=entry-1"
        }) {
            Document whole = page(url, false);
            assertThat(whole.select("main#main dialog[open]")).as(url).hasSize(1);
            Document partial = page(url, true);
            assertThat(partial.select("main")).as(url).isEmpty();
            assertThat(partial.select("dialog.dialog[data-modal]:not([open])"))
                    .as(url)
                    .hasSize(1);
        }
    }
}
