package io.nordwand.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.queue.QueuePage.Row;
import io.nordwand.web.Fragments;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The queues page's regions as HTML for the live streams. A row is rendered once per change, view and role, for all
 * viewers; it is kept for a minute only, because the words in its time elements age.
 */
@Component
class QueueHtml {

    private record Drawn(QueueView view, boolean acts, Row row) {}

    private final Fragments fragments;
    private final Ways ways;
    private final Cache<Drawn, String> rows = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    QueueHtml(Fragments fragments, Ways ways) {
        this.fragments = fragments;
        this.ways = ways;
    }

    String row(QueuePage page, Row row, boolean acts) {
        QueueView view = page.query().view();
        return rows.get(
                new Drawn(view, acts, row),
                drawn -> fragments.render(
                        "queue/list",
                        "row",
                        Map.of("row", drawn.row(), "view", drawn.view().key(), "acts", drawn.acts(), "ways", ways)));
    }

    String part(String template, String fragment, QueuePage page, boolean acts) {
        return fragments.render(template, fragment, Map.of("page", page, "acts", acts, "ways", ways));
    }
}
