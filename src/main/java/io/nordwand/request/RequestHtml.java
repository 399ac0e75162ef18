package io.nordwand.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.request.RequestPage.Item;
import io.nordwand.web.Fragments;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The page's regions as HTML for the live streams. A row is rendered once per change for all who see the same of it; it
 * is kept for a minute only, because the words in its time elements age.
 */
@Component
class RequestHtml {

    private record Drawn(Item item, boolean acts, boolean own) {}

    private final Fragments fragments;
    private final Cache<Drawn, String> rows = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    RequestHtml(Fragments fragments) {
        this.fragments = fragments;
    }

    /** One row, or a heading. */
    String row(Item item, String person, boolean acts) {
        boolean own = item.line() != null && item.line().isOf(person);
        return rows.get(
                new Drawn(item, acts, own),
                drawn -> fragments
                        .render(
                                "request/list",
                                "item",
                                Map.of("item", drawn.item(), "acts", drawn.acts(), "own", drawn.own()))
                        .strip());
    }

    /** A part of the page. */
    String part(String template, String fragment, RequestPage page, boolean acts) {
        return fragments
                .render(template, fragment, Map.of("page", page, "acts", acts))
                .strip();
    }

    /** How far the copy is. */
    String progress(RequestPage page) {
        return fragments
                .render("history/progress", "line", Map.of("progress", page.progress()))
                .strip();
    }
}
