package io.nordwand.queue;

import io.nordwand.queue.QueuePage.Phase;
import io.nordwand.queue.QueuePage.Row;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Staying;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The difference between two pages for the same query, as partials for htmx. htmx looks up all targets of a message
 * before it changes anything, so what is new is put after something that stays where it is.
 */
final class QueueDelta {

    private static final String MORPH = "outerMorph";

    private final QueuePage before;
    private final QueuePage after;
    private final QueueHtml html;
    private final boolean acts;
    private final StringBuilder deletes = new StringBuilder();
    private final StringBuilder inserts = new StringBuilder();
    private final StringBuilder changes = new StringBuilder();

    private QueueDelta(QueuePage before, QueuePage after, QueueHtml html, boolean acts) {
        this.before = before;
        this.after = after;
        this.html = html;
        this.acts = acts;
    }

    /** What makes {@code before} look like {@code after}; blank when they look the same. */
    static String between(QueuePage before, QueuePage after, QueueHtml html, boolean acts) {
        return new QueueDelta(before, after, html, acts).partials();
    }

    /** All regions, for a browser of which it is not known what it shows. */
    static String whole(QueuePage page, QueueHtml html, boolean acts) {
        QueueDelta all = new QueueDelta(page, page, html, acts);
        all.above(true);
        all.change("#queue-list", "queue/list", "list");
        return all.changes.toString();
    }

    private String partials() {
        above(false);
        if (before.phase() == Phase.LIST && after.phase() == Phase.LIST) {
            if (!Objects.equals(before.axis(), after.axis()) && after.query().view() == QueueView.TIMELINE) {
                change("#queue-axis", "queue/list", "axis");
            }
            rows();
        } else if (before.phase() != after.phase() || !Objects.equals(before.trouble(), after.trouble())) {
            change("#queue-list", "queue/list", "list");
        }
        return deletes.toString() + inserts + changes;
    }

    private void above(boolean all) {
        if (all || !before.sums().equals(after.sums())) {
            change("#queue-sums", "queue/parts", "sums");
        }
        if (all
                || before.total() != after.total()
                || before.rows().size() != after.rows().size()) {
            change("#queue-total", "queue/parts", "total");
        }
        if (!after.build().isEmpty() && (all || before.found() != after.found())) {
            change("#queue-found", "queue/parts", "found");
        }
        if (all || !before.coming().equals(after.coming())) {
            change("#coming", "queue/parts", "coming");
        }
    }

    private void rows() {
        Map<String, Row> old = new HashMap<>();
        before.rows().forEach(row -> old.put(row.lane().elementId(), row));
        Set<String> staying = Staying.of(ids(before), ids(after));
        ids(before).stream()
                .filter(id -> !staying.contains(id))
                .forEach(id -> deletes.append(partial(id, "delete", "")));
        String target = "queue-rows";
        String swap = "afterbegin";
        StringBuilder run = new StringBuilder();
        for (Row row : after.rows()) {
            String id = row.lane().elementId();
            if (!staying.contains(id)) {
                run.append(html.row(after, row, acts));
                continue;
            }
            insert(target, swap, run);
            target = id;
            swap = "afterend";
            if (!row.equals(old.get(id))) {
                changes.append(partial(id, MORPH, html.row(after, row, acts)));
            }
        }
        insert(target, swap, run);
    }

    private static List<String> ids(QueuePage page) {
        return page.rows().stream().map(row -> row.lane().elementId()).toList();
    }

    private void insert(String target, String swap, StringBuilder run) {
        if (!run.isEmpty()) {
            inserts.append(partial(target, swap, run.toString()));
            run.setLength(0);
        }
    }

    private static String partial(String id, String swap, String content) {
        return LiveStream.partial("#" + id, swap, content);
    }

    private void change(String target, String template, String fragment) {
        changes.append(LiveStream.partial(target, MORPH, html.part(template, fragment, after, acts)));
    }
}
