package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.build;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.nordwand.web.Fragments;
import io.nordwand.web.LiveStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Flux;

/** The pages about several printers, over queues that really change. Each test has printers of its own. */
@SpringBootTest(classes = {PageConfiguration.class, SendSite.Configuration.class})
abstract class SendSite extends Site {

    private static final AtomicInteger TESTS = new AtomicInteger();

    static final String SEND = "/builds/build-Gripper/send";

    @Autowired
    Actions actions;

    Queues queues;
    String one;
    String two;
    String three;

    @BeforeEach
    void threePrinters() {
        int test = TESTS.incrementAndGet();
        one = "A-" + test;
        two = "B-" + test;
        three = "C-" + test;
        queues = new Queues(eiger).with(one).with(two, "Bracket").with(three);
        eiger.builds.clear();
        eiger.builds.add(build("Gripper"));
    }

    /** The form that the dialog would send, with these copies: printer, number, printer, number. */
    MultiValueMap<String, String> send(Object... copies) {
        MultiValueMap<String, String> form = form(page(SEND, HTMX));
        for (int i = 0; i < copies.length; i += 2) {
            form.set("copies:id-" + copies[i], String.valueOf(copies[i + 1]));
        }
        return form;
    }

    /** Where a POST without JavaScript led to. */
    static String location(EntityExchangeResult<String> answer) {
        assertThat(answer.getStatus().value()).isEqualTo(303);
        return String.valueOf(answer.getResponseHeaders().getLocation());
    }

    static String sum(Document page) {
        return page.expectFirst("#batch-sum").text().replace(" ;", ";");
    }

    static List<String> standings(Document page) {
        return page.select("section[id^=share-]").eachAttr("data-standing");
    }

    @TestComponent
    @Import({
        BatchController.class,
        Batches.class,
        Fragments.class,
        SendController.class,
        Sends.class,
        WithdrawController.class,
        Withdrawals.class
    })
    static class Configuration {

        @Bean
        LiveStream liveStream() {
            LiveStream stream = mock(LiveStream.class);
            when(stream.of(any()))
                    .thenAnswer(call -> call.<Flux<String>>getArgument(0)
                            .map(html -> ServerSentEvent.builder(html).build()));
            return stream;
        }
    }
}
