package io.nordwand.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * A page's live regions: per viewer the difference between what was shown last and what is current. Viewers who show the
 * same page get the same difference, made once, and as the very same object, so that it is also sent from the same bytes.
 *
 * @param <P> the page, shared by its viewers
 */
public final class Differences<P> {

    /** How two pages differ, as regions made by {@link LiveStream#partial}. */
    public interface Drawing<P> {

        /** What makes the one look like the other; blank when they look the same. */
        String between(P before, P after);

        /** All regions, for a browser of which it is not known what it shows. */
        String whole(P page);
    }

    /** From no page it is the whole. Compared by identity: viewers share pages, and comparing large ones field by field would cost more than it saves. */
    private record Step<P>(@Nullable P before, P after) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Step<?> step && step.before == before && step.after == after;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(before) + System.identityHashCode(after);
        }
    }

    /** Characters of a difference, generously. */
    private static final long USUAL = 32 * 1024;

    private final Drawing<P> drawing;
    private final Function<P, Long> revision;
    private final Cache<Step<P>, String> drawn;

    /**
     * Differences that are drawn so.
     *
     * @param revision a page's revision
     * @param size how many differences of usual length to keep for others, each for a minute
     */
    public Differences(Drawing<P> drawing, Function<P, Long> revision, int size) {
        this.drawing = drawing;
        this.revision = revision;
        this.drawn = Caffeine.newBuilder()
                .maximumWeight(size * USUAL)
                .weigher((Step<P> step, String html) -> html.length() + 1)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build();
    }

    /**
     * The regions that change for one viewer.
     *
     * @param pages the page as it is, then each that differs
     * @param shown revision that the viewer's page shows; everything comes first when it is another
     */
    public Flux<String> regions(Flux<P> pages, long shown) {
        return Flux.defer(() -> {
            AtomicReference<@Nullable P> last = new AtomicReference<>();
            return pages.handle((page, sink) -> {
                P before = last.getAndSet(page);
                String change = before == null ? first(page, shown) : drawn(new Step<>(before, page));
                if (!change.isEmpty()) {
                    sink.next(change);
                }
            });
        });
    }

    private String first(P page, long shown) {
        return revision.apply(page) == shown ? "" : drawn(new Step<>(null, page));
    }

    private String drawn(Step<P> asked) {
        return drawn.get(asked, step -> {
            P before = step.before();
            return before == null ? drawing.whole(step.after()) : drawing.between(before, step.after());
        });
    }
}
