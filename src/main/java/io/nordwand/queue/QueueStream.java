package io.nordwand.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The queues page's live regions: per viewer the difference between what was shown last and what is current. Viewers who
 * show the same page get the same difference, made once.
 */
@Component
class QueueStream {

    /** Compared by identity: viewers share pages, and comparing large ones field by field would cost more than it saves. */
    private record Step(QueuePage before, QueuePage after, boolean acts) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Step step && step.before == before && step.after == after && step.acts == acts;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(before) + System.identityHashCode(after) + (acts ? 1 : 0);
        }
    }

    private final Floors floors;
    private final QueuePages pages;
    private final QueueHtml html;
    private final Cache<Step, String> deltas = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    QueueStream(Floors floors, QueuePages pages, QueueHtml html) {
        this.floors = floors;
        this.pages = pages;
        this.html = html;
    }

    /**
     * The regions that change for one viewer.
     *
     * @param acts whether they may act on queues
     * @param revision revision of the farm that their page shows; everything comes first when it is another
     */
    Flux<String> regions(QueueQuery query, boolean acts, long revision) {
        return Flux.defer(() -> {
            AtomicReference<@Nullable QueuePage> shown = new AtomicReference<>();
            return floors.updates().map(floor -> pages.page(floor, query)).handle((page, sink) -> {
                QueuePage before = shown.getAndSet(page);
                String change = before == null ? first(page, acts, revision) : delta(before, page, acts);
                if (!change.isEmpty()) {
                    sink.next(change);
                }
            });
        });
    }

    private String first(QueuePage page, boolean acts, long revision) {
        return page.revision() == revision ? "" : QueueDelta.whole(page, html, acts);
    }

    private String delta(QueuePage before, QueuePage after, boolean acts) {
        return deltas.get(
                new Step(before, after, acts), step -> QueueDelta.between(step.before(), step.after(), html, acts));
    }
}
