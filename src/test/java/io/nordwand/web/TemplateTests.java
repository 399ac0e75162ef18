package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.FakeFarms;
import io.nordwand.farm.FarmFixtures;
import io.nordwand.farm.StateGroup;
import io.nordwand.web.frame.Frame;
import io.nordwand.web.frame.Frames;
import io.nordwand.web.frame.MenuItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WebTest
class TemplateTests {

    @Autowired
    private Fragments fragments;

    @Autowired
    private Frames frames;

    @Autowired
    private FakeFarms farms;

    static Stream<Path> templates() {
        return TemplateRules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateKeepsTheRules(Path template) {
        TemplateRules.checkSource(template);
    }

    @Test
    void freshnessAndNoticesRenderAlone() {
        Map<String, Object> model = Map.of("frame", frames.of(farms.current()));

        assertThat(TemplateRules.check(fragments.render("components/freshness", "freshness", model))
                        .select("#freshness"))
                .hasSize(1);
        assertThat(TemplateRules.check(fragments.render("components/notices", "notices", model))
                        .select("#notices [data-lost-server][hidden]"))
                .hasSize(1);
    }

    /** Links that would write are described by it; it must be there, and say nothing, while they work. */
    @Test
    void whatWouldWriteIsDescribedWhileWritingIsStoppedAndOnlyThen() {
        Frame now = frames.of(farms.current());
        SiteNotice other = SiteNotice.of("database", true, "octagon-alert", FarmFixtures.NOW);
        SiteNotice stopped = new SiteNotice(
                "writes-stopped", true, "octagon-alert", FarmFixtures.NOW, List.of("lena", "Fire drill"));

        assertThat(describedAs(now, other)).isEmpty();
        assertThat(describedAs(now, other, stopped)).isEqualTo("Unavailable: lena has stopped all writing. Fire drill");
    }

    private String describedAs(Frame now, SiteNotice... site) {
        Frame frame = new Frame(now.freshness(), now.notices(), List.of(site), now.menu(), now.admin(), now.tray());
        return TemplateRules.check(fragments.render("components/notices", "notices", Map.of("frame", frame)))
                .expectFirst("#no-writes[hidden]")
                .text();
    }

    @Test
    void menuCountsRenderAloneWithAndWithoutAFigure() {
        MenuItem with = new MenuItem(
                "fleet", "layout.menu", "/fleet", "printer-3d", new MenuEntry.Count(4, "hands", "layout.more"));
        MenuItem without = new MenuItem("fleet", "layout.menu", "/fleet", "printer-3d", null);

        for (String fragment : List.of("count", "tabcount")) {
            assertThat(TemplateRules.check(fragments.render("components/menu", fragment, Map.of("item", with)))
                            .body()
                            .text())
                    .isEqualTo("4 More");
            assertThat(TemplateRules.check(fragments.render("components/menu", fragment, Map.of("item", without)))
                            .select("span[hidden]")
                            .text())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sprite", "small"})
    void spritesRenderAlone(String fragment) {
        assertThat(TemplateRules.check(fragments.render("components/sprite", fragment, Map.of()))
                        .select("symbol"))
                .hasSizeGreaterThan(4);
    }

    @Test
    void everyStateGroupHasItsGlyph() {
        String sprite = fragments.render("components/sprite", "sprite", Map.of());

        for (StateGroup group : StateGroup.values()) {
            if (group != StateGroup.PRINTING) {
                assertThat(sprite).contains("id=\"g-" + group.key() + "\"");
            }
        }
    }

    @Test
    void anAgeIsAClockTimeForReadersWithoutScripts() {
        assertThat(TemplateRules.check(fragments.render("components/time", "age", Map.of("at", FarmFixtures.NOW)))
                        .select("time[data-time=age]")
                        .text())
                .isEqualTo("14:32:08");
    }
}
