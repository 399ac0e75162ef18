package io.nordwand.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.dispatch.Recipes;
import io.nordwand.dispatch.RunningProgram;
import io.nordwand.simulator.Simulation;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The vendor's example programs that concern builds (field notes, section 5), done on the pages. */
@Timeout(120)
class BuildRecipesIT {

    private static final String TITLE = "Vacuum cup plate rev C";

    private final RunningProgram program = Recipes.program();
    private final Simulation shop = Recipes.shop();
    private final UUID build = shop.builds(TITLE).get(0);

    /** Program "build": finds a build by its title; here part of it is enough, in any letter case. */
    @Test
    void build() throws Exception {
        Document found = program.getOnce(
                "/builds?q=CUP+vacuum",
                page -> !page.select("a[href=/builds/" + build + "]").isEmpty());
        assertThat(found.select("#builds-list tbody .cell__t > a").eachText())
                .isNotEmpty()
                .allMatch(title -> title.contains("Vacuum cup"));

        Document page = program.get("/builds/" + build);
        assertThat(page.expectFirst("h1").text()).isEqualTo(TITLE);
        assertThat(page.expectFirst("#build-facts").text()).contains("cm³", "Industrial Series");
        Document whole = program.getOnce(
                "/builds/" + build + "/parts",
                latest -> !latest.select("#part-1").isEmpty());
        assertThat(whole.expectFirst("#part-1").text()).contains(TITLE);
        assertThat(whole.select("svg.bed__plan .bed__part")).isNotEmpty();
    }

    /** Program "available-printers": lists the printers that can take a build, here with the reasons of those that can't. */
    @Test
    void availablePrinters() throws Exception {
        shop.printer("X7-08").goOffline();
        Document page = program.getOnce(
                "/builds/" + build, latest -> !latest.select("#act-send").isEmpty());
        String send = page.expectFirst("#act-send").attr("href");
        Document dialog = program.getOnce(
                send, latest -> latest.select("tr[data-fitness=unfit]").text().contains("Offline"));

        assertThat(dialog.expectFirst("dialog h2").text()).contains(TITLE);
        assertThat(dialog.select("section[aria-labelledby=send-fit] tr[data-fitness]"))
                .as("those that can take it, with the number of copies to choose")
                .isNotEmpty()
                .allMatch(row -> !row.select("input[name^=copies]").isEmpty());
        assertThat(dialog.select("tr[data-fitness=unfit]").eachText())
                .as("the others with their reasons")
                .anyMatch(row -> row.contains("X7-08") && row.contains("not available: Offline"));
    }
}
