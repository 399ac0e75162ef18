package io.nordwand.queue;

import io.nordwand.web.Differences;
import io.nordwand.web.Overviews;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The queues page's live regions. */
@Component
class QueueStream {

    private final Overviews<Lane> lanes;
    private final QueuePages pages;
    private final Differences<QueuePage> forActors;
    private final Differences<QueuePage> forReaders;

    QueueStream(Overviews<Lane> lanes, QueuePages pages, QueueHtml html) {
        this.lanes = lanes;
        this.pages = pages;
        this.forActors = differences(html, true);
        this.forReaders = differences(html, false);
    }

    /**
     * The regions that change for one viewer.
     *
     * @param acts whether they may act on queues
     * @param revision revision of the farm that their page shows; everything comes first when it is another
     */
    Flux<String> regions(QueueQuery query, boolean acts, long revision) {
        Flux<QueuePage> current = lanes.updates().map(overview -> pages.page(overview, query));
        return (acts ? forActors : forReaders).regions(current, revision);
    }

    private static Differences<QueuePage> differences(QueueHtml html, boolean acts) {
        return new Differences<>(new QueueDrawing(html, acts), QueuePage::revision, 100);
    }
}
