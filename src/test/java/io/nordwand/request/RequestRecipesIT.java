package io.nordwand.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.dispatch.Recipes;
import io.nordwand.dispatch.RunningProgram;
import io.nordwand.simulator.Simulation;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The operations on backlog and job requests, each through the pages of the running program. */
@Timeout(180)
class RequestRecipesIT {

    private final RunningProgram program = Recipes.program();
    private final Simulation shop = Recipes.shop();

    private String at(String title) {
        UUID build = shop.builds(title).get(0);
        return "/builds/" + build;
    }

    private void ask(String path, String note) throws Exception {
        Map<String, List<String>> form = RunningProgram.form(program.get(path), path);
        form.put("note", List.of(note));
        form.put("due", List.of((Year.now(ZoneOffset.UTC).getValue() + 1) + "-12-31"));
        assertThat(program.post(path, form)).isEqualTo(303);
    }

    private Document listed(String note) throws Exception {
        return program.getOnce(
                "/requests?mine=1", page -> page.select("#request-rows").text().contains(note));
    }

    @Test
    void sendBuildToJobRequestQueue() throws Exception {
        int before = shop.carriedOut("sendBuildToJobRequestQueue");
        ask(at("Gripper finger v7 ×12") + "/request", "asked by the recipe");
        Document page = listed("asked by the recipe");
        assertThat(page.select("#request-rows").text()).contains("asked by the recipe", "31 Dec", "asked for here");
        assertThat(shop.carriedOut("sendBuildToJobRequestQueue")).isEqualTo(before + 1);
    }

    @Test
    void sendBuildToBacklog() throws Exception {
        int before = shop.carriedOut("sendBuildToBacklog");
        ask(at("Vacuum cup plate rev C") + "/backlog", "put there by the recipe");
        Document page = listed("put there by the recipe");
        assertThat(page.select("#request-rows").text()).contains("put there by the recipe", "backlog entry");
        assertThat(shop.carriedOut("sendBuildToBacklog")).isEqualTo(before + 1);
    }

    @Test
    void removeBuildFromJobRequestQueue() throws Exception {
        String build = at("Drill jig 4471-B");
        ask(build + "/backlog", "stays");
        listed("stays");
        ask(build + "/request", "goes");
        listed("goes");
        int before = shop.carriedOut("removeBuildFromJobRequestQueue");
        String path = build + "/requests/withdraw";
        assertThat(program.post(path, RunningProgram.form(program.get(path), path)))
                .isEqualTo(303);
        Document page = program.getOnce(
                "/requests?mine=1",
                each -> !each.select("#request-own [data-fate=withdrawn]").isEmpty());
        assertThat(page.select("#request-own [data-fate=withdrawn]").text()).contains("goes");
        assertThat(page.select("#request-rows").text()).contains("stays").doesNotContain("goes");
        assertThat(shop.carriedOut("removeBuildFromJobRequestQueue")).isEqualTo(before + 1);
    }
}
