package io.nordwand.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.audit.Deed;
import io.nordwand.audit.FakeAudit;
import io.nordwand.audit.Outcome;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.web.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.util.MultiValueMap;

/** A due day is changed after filing, without JavaScript: who may, what they saw, and what is taken down. */
class DuePageTests extends RequestPageTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 2, 13);

    private String at = "";
    private int deedsBefore;

    @BeforeEach
    void aRequestOfVeras() {
        filed("Gripper", "vera", "for line 3", FRIDAY);
        at = "/requests/" + wish().id() + "/due";
        deedsBefore = audit.entries().size();
        as("vera", Role.VIEWER);
    }

    @AfterEach
    void theAuditLogWorks() {
        audit.refuse(false);
    }

    private Wish wish() {
        return Objects.requireNonNull(
                        wishes.ofBuild(new BuildId("build-Gripper")).block(LONG))
                .get(0);
    }

    private List<FakeAudit.Entry> deeds() {
        return audit.entries().subList(deedsBefore, audit.entries().size());
    }

    private MultiValueMap<String, String> filled(Document page, String due) {
        MultiValueMap<String, String> form = form(page);
        form.set("due", due);
        return form;
    }

    private EntityExchangeResult<String> change(String due) {
        return post(at, filled(document(get(at, PLAIN)), due), PLAIN);
    }

    @Test
    void whoAskedChangesTheDayAndTheListGoesByIt() {
        assertThat(document(get("/requests?mine=1", PLAIN))
                        .select("#request-rows a[href$=/due]")
                        .eachAttr("href"))
                .containsExactly(at);
        EntityExchangeResult<String> answer = change("2026-02-20");
        assertThat(status(answer)).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/requests?mine=1");
        assertThat(wish().dueOn()).isEqualTo(LocalDate.of(2026, 2, 20));
        assertThat(document(get("/requests?mine=1", PLAIN))
                        .select("#request-rows")
                        .text())
                .contains("Fri 20 Feb", "in 8 days");
    }

    @Test
    void theChangeStandsInTheAuditLogWithWhatTheySaw() {
        change("2026-02-20");
        assertThat(deeds()).hasSize(1);
        Deed deed = deeds().get(0).deed();
        assertThat(deed.operation()).isEqualTo("request.due");
        assertThat(deed.actor().name()).isEqualTo("vera");
        assertThat(deed.build()).isEqualTo(new BuildId("build-Gripper"));
        assertThat(deed.subject()).isEqualTo("Gripper");
        assertThat(deed.seen()).isEqualTo("due 2026-02-13 → due 2026-02-20");
        assertThat(deeds().get(0).outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.DONE);
    }

    @Test
    void aDayCanBeTakenAwayAndGivenAgain() {
        change("");
        assertThat(wish().dueOn()).isNull();
        change("2026-03-01");
        assertThat(wish().dueOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(deeds())
                .extracting(entry -> entry.deed().seen())
                .containsExactly("due 2026-02-13 → no due day", "no due day → due 2026-03-01");
    }

    @Test
    void operatorsMayAndOthersMayNot() {
        as("bert", Role.VIEWER);
        assertThat(status(get(at, PLAIN))).isEqualTo(403);
        assertThat(document(get("/requests", PLAIN)).select("a[href$=/due]")).isEmpty();
        as("vera", Role.VIEWER);
        MultiValueMap<String, String> form = filled(document(get(at, PLAIN)), "2026-02-20");
        as("bert", Role.VIEWER);
        assertThat(status(post(at, form, PLAIN))).isEqualTo(403);
        assertThat(deeds()).isEmpty();

        as("lena", Role.OPERATOR);
        assertThat(location(change("2026-02-20"))).isEqualTo("/requests");
        assertThat(wish().dueOn()).isEqualTo(LocalDate.of(2026, 2, 20));
        assertThat(wish().person()).isEqualTo("vera");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsShownAndNotOverwritten() {
        MultiValueMap<String, String> old = filled(document(get(at, PLAIN)), "2026-02-20");
        as("lena", Role.OPERATOR);
        change("2026-02-18");
        as("vera", Role.VIEWER);

        EntityExchangeResult<String> answer = post(at, old, PLAIN);
        assertThat(status(answer)).isEqualTo(409);
        assertThat(wish().dueOn()).isEqualTo(LocalDate.of(2026, 2, 18));
        Document again = document(answer);
        assertThat(again.expectFirst("#due-problem").text())
                .contains("Nothing was changed", "Somebody else changed it");
        assertThat(again.expectFirst("#due-now").text()).isEqualTo("2026-02-18");
        assertThat(again.expectFirst("input[name=due]").val()).isEqualTo("2026-02-20");
        assertThat(deeds().get(1).outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.NOT_DONE);

        assertThat(status(post(at, form(again), PLAIN))).isEqualTo(303);
        assertThat(wish().dueOn()).isEqualTo(LocalDate.of(2026, 2, 20));
    }

    @Test
    void whatIsSoAlreadyIsNoChange() {
        MultiValueMap<String, String> form = filled(document(get(at, PLAIN)), "2026-02-20");
        assertThat(status(post(at, form, PLAIN))).isEqualTo(303);
        assertThat(status(post(at, form, PLAIN))).as("a second click").isEqualTo(303);
        assertThat(deeds()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-11, over already",
        "2046-02-11, more than ten years",
        "tomorrow, can’t be read",
    })
    void aDayThatCannotBeIsAskedForAgain(String due, String words) {
        EntityExchangeResult<String> answer = change(due);
        assertThat(status(answer)).isEqualTo(422);
        assertThat(document(answer).expectFirst("#due-problem").text()).contains(words);
        assertThat(document(answer).expectFirst("input[name=due]").attr("aria-invalid"))
                .isEqualTo("true");
        assertThat(wish().dueOn()).isEqualTo(FRIDAY);
        assertThat(deeds()).isEmpty();
    }

    @Test
    void whatCannotBeTakenDownIsNotChanged() {
        MultiValueMap<String, String> form = filled(document(get(at, PLAIN)), "2026-02-20");
        audit.refuse(true);
        EntityExchangeResult<String> answer = post(at, form, PLAIN);
        assertThat(status(answer)).isEqualTo(503);
        assertThat(document(answer).expectFirst("#due-problem").text()).contains("Nothing was changed");
        assertThat(wish().dueOn()).isEqualTo(FRIDAY);
    }

    @Test
    void whatWasWithdrawnHasNoDueDayToChange() {
        MultiValueMap<String, String> form = filled(document(get(at, PLAIN)), "2026-02-20");
        wishes.withdrawn(List.of(Objects.requireNonNull(wish().job())), FarmFixtures.NOW, "vera")
                .block(LONG);
        assertThat(document(get(at, PLAIN)).select("input[name=due], button[type=submit]"))
                .isEmpty();
        assertThat(status(post(at, form, PLAIN))).isEqualTo(409);
        assertThat(wish().dueOn()).isEqualTo(FRIDAY);
    }

    @Test
    void whatNobodyAskedForIsNotFound() {
        assertThat(status(get("/requests/999999/due", PLAIN))).isEqualTo(404);
        assertThat(status(get("/requests/x/due", PLAIN))).isEqualTo(404);
    }

    @Test
    void withScriptsItIsADialogOverTheList() {
        Document dialog = document(get(at, HTMX));
        assertThat(dialog.select("dialog[data-modal=modal]")).hasSize(1);
        assertThat(dialog.select("main")).isEmpty();
        assertThat(dialog.expectFirst("input[name=due]").val()).isEqualTo("2026-02-13");
    }
}
