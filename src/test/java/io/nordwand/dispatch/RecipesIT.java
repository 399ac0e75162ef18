package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.simulator.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The vendor's recipes and snippets that concern queues and prints (field notes, section 5), done on the pages. */
@Timeout(120)
class RecipesIT {

    private static final String NAME = "X7-04";

    private final RunningProgram program = Recipes.program();
    private final Simulation shop = Recipes.shop();
    private final String at = "/printers/" + shop.printer(NAME).id();

    @BeforeEach
    void aFreePrinter() {
        shop.printer(NAME).makeReady();
        shop.printer(NAME).emptyQueue();
    }

    private Map<String, List<String>> addForm() throws Exception {
        String path = at + "/add";
        Document dialog = program.getOnce(
                path,
                page -> !page.select("form[action=" + path + "][method=post]").isEmpty());
        return RunningProgram.form(dialog, path);
    }

    private String add() throws Exception {
        Map<String, List<String>> form = addForm();
        assertThat(program.post(at + "/add", form)).isEqualTo(303);
        program.getOnce(
                at,
                page -> page.select("[data-operation=add]:not([data-stage=done])")
                        .isEmpty());
        return Objects.requireNonNull(form.get("build")).get(0);
    }

    @Test
    void addBuildToQueue() throws Exception {
        add();
        assertThat(shop.queueOf(NAME)).hasSize(1);
    }

    @Test
    void queueInformation() throws Exception {
        add();
        String title = shop.queueOf(NAME).get(0).title();
        Document page = program.getOnce(at, each -> each.text().contains(title));
        assertThat(page.text()).contains(title);
        assertThat(page.select("#queue, [id^=queue]")).isNotEmpty();
    }

    @Test
    void removeBuildFromQueue() throws Exception {
        add();
        add();
        UUID entry = shop.queueOf(NAME).get(0).id();
        String path = at + "/queue/" + entry + "/remove";
        assertThat(program.post(path, RunningProgram.form(program.get(path), path)))
                .isEqualTo(303);
        program.getOnce(
                at,
                page -> !page.select("[data-operation=remove][data-stage=done]").isEmpty());
        assertThat(shop.queueOf(NAME))
                .hasSize(1)
                .noneMatch(waiting -> waiting.id().equals(entry));
    }

    @Test
    void clearDeviceQueue() throws Exception {
        add();
        add();
        String path = at + "/clear";
        assertThat(program.post(path, RunningProgram.form(program.get(path), path)))
                .isEqualTo(303);
        Document page = program.getOnce(
                at,
                each -> !each.select("[data-operation=clear][data-stage=done]").isEmpty());
        assertThat(page.select("[data-operation=clear][data-stage=done]")).isNotEmpty();
        assertThat(shop.queueOf(NAME)).isEmpty();
    }

    @Test
    void sendBuildToDeviceAndConfirmByPolling() throws Exception {
        String build = Objects.requireNonNull(addForm().get("build")).get(0);
        Document dialog = program.getOnce(
                at + "/print?build=" + build,
                page -> !page.select("form[action=" + at + "/print] button[type=submit]")
                        .isEmpty());
        assertThat(program.post(at + "/print", RunningProgram.form(dialog, at + "/print")))
                .isEqualTo(303);
        shop.advance(Duration.ofSeconds(12));
        Document page = program.getOnce(
                at,
                each -> !each.select("[data-operation=print][data-standing=started]")
                        .isEmpty());
        assertThat(page.select("[data-operation=print][data-standing=started]")).hasSize(1);
        assertThat(shop.printer(NAME).activeJob()).isNotNull();
    }

    @Test
    void deviceStatusByName() throws Exception {
        Document page = program.get("/fleet?q=" + NAME);
        assertThat(page.select("a[href$=" + shop.printer(NAME).id() + "]")).isNotEmpty();
        assertThat(page.text()).contains(NAME, "Ready");
    }
}
