package io.nordwand.fleet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.fleet.FleetPage.Section;
import io.nordwand.web.Fragments;
import io.nordwand.web.Partials.Place;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The fleet page's regions as HTML for the live streams. A card is rendered once per change and view, for all viewers;
 * it is kept for a minute only, because the words in its time elements age.
 */
@Component
class FleetHtml {

    private record Drawn(FleetView view, PrinterCard card) {}

    private final Fragments fragments;
    private final Cache<Drawn, String> cards = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    FleetHtml(Fragments fragments) {
        this.fragments = fragments;
    }

    String card(FleetView view, PrinterCard card) {
        return cards.get(
                new Drawn(view, card),
                drawn -> render(
                        "fleet/card",
                        "tile",
                        Map.of("card", drawn.card(), "view", drawn.view().key())));
    }

    String sums(FleetPage page) {
        return render("fleet/summary", "sums", Map.of("page", page));
    }

    String sum(Sum sum) {
        return render("fleet/summary", "one", Map.of("sum", sum));
    }

    String total(FleetPage page) {
        return render("fleet/summary", "total", Map.of("page", page));
    }

    String count(FleetPage page) {
        return render("fleet/list", "shown", Map.of("page", page));
    }

    String list(FleetPage page) {
        return render("fleet/list", "list", Map.of("page", page));
    }

    String section(FleetPage page, Section section) {
        return render("fleet/list", "group", Map.of("page", page, "section", section));
    }

    String sectionCount(FleetPage page, Section section) {
        return render("fleet/list", "size", Map.of("page", page, "section", section));
    }

    /** Where the first section goes. */
    Place listStart(FleetPage page) {
        return page.view() == FleetView.TABLE ? Place.after("#fleet-head") : Place.within("#fleet-list");
    }

    /** Where the first card of a section goes. */
    Place sectionStart(FleetPage page, Section section) {
        if (page.view() == FleetView.TABLE) {
            return section.group() == null ? Place.within("#group-all") : Place.after("#line-" + section.key());
        }
        return Place.within("#cards-" + section.key());
    }

    private String render(String template, String fragment, Map<String, ?> model) {
        return fragments.render(template, fragment, model).strip();
    }
}
