package io.nordwand.kiosk;

import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.Printer;
import io.nordwand.web.PageTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import reactor.test.StepVerifier;

/** Whom a screen names. */
@ContextConfiguration(classes = KioskSite.class)
@TestPropertySource(properties = "nordwand.shop.hours=Mon-Fri 06:00-22:00")
class PeoplePageTests extends PageTest {

    @Autowired
    private FakeCopy copy;

    private Document wall(String query) {
        return Jsoup.parse(Objects.requireNonNull(client.get()
                .uri("/wall" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    @Test
    void peopleAreNamedOnlyWhereThatIsWantedAndNeverByTheirAddress() {
        copy.put("job-X7-01", null, "Anna Meier");
        copy.put("job-X7-02", "bo@example.com", null);
        Printer first = queued(printing("X7-01", "Bracket"), "Jaw");
        show(first, printing("X7-02", "Clip"));
        for (String layout : List.of("wall", "events", "queues")) {
            String query = "?distance=2&layout=" + layout;
            assertThat(wall(query).outerHtml()).as(layout).doesNotContain("Meier", "Brunner", "Lena", "example.com");
            assertThat(wall(query + "&people=yes").outerHtml()).doesNotContain("Anna", "Lena", "example.com");
        }
        assertThat(wall("?distance=2&people=yes").select("#printer-id-X7-01").text())
                .contains("Bracket · A. Meier");
        assertThat(wall("?distance=2&layout=events&people=yes").select(".k-row").eachText())
                .anyMatch(row -> row.contains("Bracket · A. Meier"))
                .anyMatch(row -> row.contains("Jaw · L. Brunner"));
        assertThat(wall("?distance=2&layout=queues&people=yes").select(".k-row").text())
                .contains("1 queued · L. Brunner");
        assertThat(wall("?distance=2&parts=no&people=yes")
                        .select("#printer-id-X7-01")
                        .text())
                .contains("A. Meier")
                .doesNotContain("Bracket");
    }

    @Test
    void aStreamNamesNobodyUnlessThatIsWanted() {
        copy.put("job-X7-05", null, "Anna Meier");
        show(printing("X7-05", "Bracket"), printer("X7-06"));
        for (boolean named : List.of(false, true)) {
            StepVerifier.create(messages("/wall/events?rev=-1&distance=2&layout=events&layout=queues&layout=wall"
                                    + (named ? "&people=yes" : ""))
                            .skip(1)
                            .take(2)
                            .collectList())
                    .assertNext(first -> assertThat(String.join("", first).contains("A. Meier"))
                            .isEqualTo(named))
                    .expectComplete()
                    .verify(Duration.ofSeconds(10));
        }
    }
}
