package io.nordwand.request;

import io.nordwand.request.RequestPage.Item;
import io.nordwand.request.RequestPage.Phase;
import io.nordwand.web.Differences;
import io.nordwand.web.Partials;
import io.nordwand.web.Partials.Place;

/**
 * The difference between two pages for the same query and viewer.
 *
 * @param html how the page's regions look
 * @param acts whether the viewer may act on everybody's requests
 */
record RequestDrawing(RequestHtml html, boolean acts) implements Differences.Drawing<RequestPage> {

    @Override
    public String whole(RequestPage page) {
        Partials all = new Partials();
        change("#request-sums", "sums", page, all);
        change("#request-own", "own", page, all);
        change("#request-list", "list", page, all);
        change("#request-pages", "pages", page, all);
        all.change("#copy", html.progress(page));
        return all.toString();
    }

    @Override
    public String between(RequestPage before, RequestPage after) {
        Partials partials = new Partials();
        if (!before.sumsLike(after)) {
            change("#request-sums", "sums", after, partials);
        }
        if (!before.own().equals(after.own())) {
            change("#request-own", "own", after, partials);
        }
        boolean framed = before.farmRead() == after.farmRead() && before.more() == after.more();
        if (before.phase() == Phase.LIST && after.phase() == Phase.LIST && framed) {
            partials.list(
                    before.items(),
                    after.items(),
                    Place.within("#request-rows"),
                    Item::elementId,
                    item -> html.row(item, after.person(), acts));
        } else if (before.phase() != after.phase() || !framed) {
            change("#request-list", "list", after, partials);
        }
        if (!before.pagesLike(after)) {
            change("#request-pages", "pages", after, partials);
        }
        if (!before.progress().equals(after.progress())) {
            partials.change("#copy", html.progress(after));
        }
        return partials.toString();
    }

    private void change(String target, String fragment, RequestPage page, Partials partials) {
        partials.change(target, html.part("request/list", fragment, page, acts));
    }
}
