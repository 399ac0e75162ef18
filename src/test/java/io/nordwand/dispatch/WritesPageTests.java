package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Deed;
import io.nordwand.audit.FakeAudit;
import io.nordwand.web.NoticeSource;
import io.nordwand.web.SiteNotice;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class WritesPageTests extends Site {

    private static final String PAGE = "/admin/writes";

    @Autowired
    Writes writes;

    @Autowired
    NoticeSource notices;

    @Autowired
    FakeAudit audit;

    @AfterEach
    void allowed() {
        audit.refuse(false);
        writes.allow(new Actor("admin", "admin", ""))
                .as(reactor.test.StepVerifier::create)
                .verifyComplete();
    }

    private EntityExchangeResult<String> stop(String reason) {
        MultiValueMap<String, String> form = form(page(PAGE + "/stop", PLAIN));
        form.set("reason", reason);
        return post(PAGE + "/stop", form, PLAIN);
    }

    @Test
    void anAdministratorStopsAllWritingWithAReasonAndAllowsItAgain() {
        assertThat(page(PAGE, PLAIN).select("[data-writes=allowed] a[href=/admin/writes/stop]"))
                .hasSize(1);

        EntityExchangeResult<String> stopped = stop("Fire drill");
        assertThat(stopped.getStatus().value()).isEqualTo(303);
        assertThat(stopped.getResponseHeaders().getFirst("Location")).isEqualTo(PAGE);
        assertThat(page(PAGE, PLAIN).select("[data-writes=stopped]").text()).contains("lena", "Fire drill");
        assertThat(notices.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("writes-stopped");
            assertThat(notice.arguments()).containsExactly("lena", "Fire drill");
        });

        assertThat(post(PAGE + "/allow", form(page(PAGE + "/allow", PLAIN)), PLAIN)
                        .getStatus()
                        .value())
                .isEqualTo(303);
        assertThat(notices.notices()).isEmpty();
        assertThat(audit.deeds()).extracting(Deed::operation).contains("writes.stop", "writes.allow");
    }

    @Test
    void withoutAReasonNothingIsStopped() {
        EntityExchangeResult<String> answer = stop("  ");
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(document(answer).select("[role=alert]").text()).contains("Say why");
        assertThat(writes.stopped()).isEmpty();
    }

    @Test
    void aStopThatIsNotTheOneShownStays() {
        stop("First");
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>(form(page(PAGE + "/allow", PLAIN)));
        form.set("since", "2020-01-01T00:00:00Z");
        assertThat(post(PAGE + "/allow", form, PLAIN).getStatus().value()).isEqualTo(409);
        assertThat(writes.stopped()).isPresent();
    }

    @Test
    void whatCanNotBeRecordedDoesNotAllowWritingAgain() {
        stop("First");
        MultiValueMap<String, String> form = form(page(PAGE + "/allow", PLAIN));
        audit.refuse(true);
        assertThat(post(PAGE + "/allow", form, PLAIN).getStatus().value()).isEqualTo(503);
        assertThat(writes.stopped()).isPresent();
    }

    @Test
    void aStopHoldsEvenIfItCanNotBeRecorded() {
        audit.refuse(true);
        assertThat(stop("First").getStatus().value()).isEqualTo(303);
        assertThat(writes.stopped()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                AT + "/clear",
                AT + "/add",
                AT + "/queue/entry-1/remove",
                AT + "/print?build=build-Gripper",
                AT + "/queue/order"
            })
    void whileWritingIsStoppedEveryDialogSaysSoAndItsButtonsAreOff(String dialog) {
        Document before = page(dialog, HTMX);
        assertThat(before.select("[data-stopped]")).isEmpty();
        assertThat(before.select("form[method=post] button[type=submit]:not([disabled])"))
                .isNotEmpty();

        stop("Fire drill");

        Document after = page(dialog, HTMX);
        assertThat(after.select("[data-stopped]").text()).contains("lena", "Fire drill");
        assertThat(after.select("form[method=post] button[type=submit]:not([disabled])"))
                .isEmpty();
    }

    @Test
    void aFormThatWasDrawnBeforeTheStopSendsNothingAndIsToldWhy() {
        MultiValueMap<String, String> form = form(page(AT + "/clear", PLAIN));
        stop("Fire drill");
        int readings = eiger.readings.get();
        assertThat(post(AT + "/clear", form, PLAIN).getStatus().value()).isEqualTo(303);
        assertThat(eiger.sent).isEmpty();
        assertThat(eiger.readings.get()).as("not even read").isEqualTo(readings);
    }

    @Test
    void theConfigurationWinsOverThePage() {
        Writes off = new Writes(
                new WritesProperties(false), new StopStore(Databases.shared()), audit, java.time.Clock.systemUTC());
        assertThat(off.stopped()).contains(Stop.CONFIGURED);
        assertThat(new WritesNotice().writesStopped(off).notices())
                .extracting(SiteNotice::key)
                .containsExactly("writes-off");
    }
}
