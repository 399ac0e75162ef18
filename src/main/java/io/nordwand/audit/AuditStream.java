package io.nordwand.audit;

import io.nordwand.database.DatabaseException;
import io.nordwand.web.Fragments;
import io.nordwand.web.LiveStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The log's live regions: per viewer the difference between what was shown last and what the log holds now, so that
 * filters and the place on the page stay as they are.
 */
@Component
class AuditStream {

    /** Most deeds on a page that was left open; the oldest go. */
    private static final int MOST = 500;

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final AuditPages pages;
    private final AuditFeed feed;
    private final Fragments fragments;

    AuditStream(AuditPages pages, AuditFeed feed, Fragments fragments) {
        this.pages = pages;
        this.feed = feed;
        this.fragments = fragments;
    }

    /**
     * The regions that change for one viewer.
     *
     * @param oldest number of the oldest deed on their page, or 0
     * @param revision revision of their page; the whole list comes first when it is another
     */
    Flux<String> regions(AuditQuery query, long oldest, String revision) {
        return Flux.defer(() -> {
            AtomicReference<@Nullable AuditPage> shown = new AtomicReference<>();
            return feed.growth()
                    .startWith(true)
                    .onBackpressureLatest()
                    .concatMap(growth -> current(query, oldest), 1)
                    .handle((page, sink) -> {
                        AuditPage before = shown.getAndSet(page);
                        String change = before == null ? first(page, oldest, revision) : between(before, page, oldest);
                        if (!change.isEmpty()) {
                            sink.next(change);
                        }
                    });
        });
    }

    /** An empty page takes in what a new one would. A log that can't be read is tried again until it can. */
    private Mono<AuditPage> current(AuditQuery query, long oldest) {
        return pages.current(query, oldest, oldest == 0 ? AuditPage.SIZE : MOST)
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE).filter(DatabaseException.class::isInstance));
    }

    private String first(AuditPage page, long oldest, String revision) {
        return page.revision().equals(revision) ? "" : whole(page, oldest);
    }

    private String whole(AuditPage page, long oldest) {
        String list = LiveStream.partial("#audit-list", "outerMorph", render("list", Map.of("page", page)));
        return page.more() || oldest == 0 ? list + older(page) : list;
    }

    /** The way to what is older stays as it is until deeds go over the edge of the page. */
    private String between(AuditPage before, AuditPage after, long oldest) {
        if (before.phase() != after.phase()) {
            return whole(after, oldest);
        }
        String rows = AuditDelta.between(before.rows(), after.rows(), row -> render("row", Map.of("row", row)));
        return after.more() && before.oldest() != after.oldest() ? rows + older(after) : rows;
    }

    private String older(AuditPage page) {
        return LiveStream.partial("#audit-older", "outerMorph", render("older", Map.of("page", page)));
    }

    private String render(String fragment, Map<String, ?> model) {
        return fragments.render("audit/list", fragment, model).strip();
    }
}
