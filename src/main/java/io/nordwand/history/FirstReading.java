package io.nordwand.history;

import io.nordwand.farm.record.Span;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Takes a list over from its beginning, or from where the last start of the program left off. */
final class FirstReading<T> implements Task {

    private final Listed<T> listed;
    private final Book<T> book;
    private final Clock clock;
    private final Walk<T> walk;

    FirstReading(Listed<T> listed, Book<T> book, Clock clock) {
        this.listed = listed;
        this.book = book;
        this.clock = clock;
        // The last page that is kept is read again: what came to it meanwhile stands there.
        this.walk = new Walk<>(listed, Span.ALL, Math.max(1, book.standing().firstPage()));
    }

    @Override
    public Mono<Boolean> next() {
        int page = walk.page();
        return listed.leaf().apply(walk.span(), page).flatMap(leaf -> {
            walk.take(leaf);
            return book.keep(leaf, book.standing().paged(page, walk.ended() ? clock.instant() : null))
                    .then(Mono.fromSupplier(walk::ended));
        });
    }
}
