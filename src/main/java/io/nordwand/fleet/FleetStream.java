package io.nordwand.fleet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The fleet page's live regions: per viewer the difference between what was shown last and what is current. Viewers who
 * show the same page get the same difference, made once.
 */
@Component
class FleetStream {

    /** Compared by identity: viewers share pages, and comparing large ones field by field would cost more than it saves. */
    private record Step(FleetPage before, FleetPage after) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Step step && step.before == before && step.after == after;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(before) + System.identityHashCode(after);
        }
    }

    private final Boards boards;
    private final FleetPages pages;
    private final FleetHtml html;
    private final Cache<Step, String> deltas = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    FleetStream(Boards boards, FleetPages pages, FleetHtml html) {
        this.boards = boards;
        this.pages = pages;
        this.html = html;
    }

    /**
     * The regions that change for one viewer.
     *
     * @param view the view that their page is drawn in
     * @param revision revision of the farm that their page shows; the whole region comes first when it is another
     */
    Flux<String> regions(FleetQuery query, FleetView view, long revision) {
        return Flux.defer(() -> {
            AtomicReference<@Nullable FleetPage> shown = new AtomicReference<>();
            return boards.updates().map(board -> pages.page(board, query, view)).handle((page, sink) -> {
                FleetPage before = shown.getAndSet(page);
                String change = before == null ? first(page, revision) : delta(before, page);
                if (!change.isEmpty()) {
                    sink.next(change);
                }
            });
        });
    }

    private String first(FleetPage page, long revision) {
        return page.revision() == revision ? "" : FleetDelta.whole(page, html);
    }

    private String delta(FleetPage before, FleetPage after) {
        return deltas.get(new Step(before, after), step -> FleetDelta.between(step.before(), step.after(), html));
    }
}
