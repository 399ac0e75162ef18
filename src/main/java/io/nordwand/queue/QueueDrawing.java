package io.nordwand.queue;

import io.nordwand.queue.QueuePage.Phase;
import io.nordwand.web.Differences;
import io.nordwand.web.Partials;
import io.nordwand.web.Partials.Place;
import java.util.Objects;

/**
 * The difference between two queues pages for the same query.
 *
 * @param html how the page's regions look
 * @param acts whether the viewer may act on queues
 */
record QueueDrawing(QueueHtml html, boolean acts) implements Differences.Drawing<QueuePage> {

    @Override
    public String whole(QueuePage page) {
        Partials all = new Partials();
        above(page, page, true, all);
        change("#queue-list", "queue/list", "list", page, all);
        return all.toString();
    }

    @Override
    public String between(QueuePage before, QueuePage after) {
        Partials partials = new Partials();
        above(before, after, false, partials);
        if (before.phase() == Phase.LIST && after.phase() == Phase.LIST) {
            if (!Objects.equals(before.axis(), after.axis()) && after.query().view() == QueueView.TIMELINE) {
                change("#queue-axis", "queue/list", "axis", after, partials);
            }
            partials.list(
                    before.rows(),
                    after.rows(),
                    Place.within("#queue-rows"),
                    row -> row.lane().elementId(),
                    row -> html.row(after, row, acts));
        } else if (before.phase() != after.phase() || !Objects.equals(before.trouble(), after.trouble())) {
            change("#queue-list", "queue/list", "list", after, partials);
        }
        return partials.toString();
    }

    private void above(QueuePage before, QueuePage after, boolean all, Partials partials) {
        if (all || !before.sums().equals(after.sums())) {
            change("#queue-sums", "queue/parts", "sums", after, partials);
        }
        if (all
                || before.total() != after.total()
                || before.rows().size() != after.rows().size()) {
            change("#queue-total", "queue/parts", "total", after, partials);
        }
        if (!after.build().isEmpty() && (all || before.found() != after.found())) {
            change("#queue-found", "queue/parts", "found", after, partials);
        }
        if (all || !before.coming().equals(after.coming())) {
            change("#coming", "queue/parts", "coming", after, partials);
        }
    }

    private void change(String target, String template, String fragment, QueuePage page, Partials partials) {
        partials.change(target, html.part(template, fragment, page, acts));
    }
}
