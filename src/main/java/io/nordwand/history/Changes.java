package io.nordwand.history;

import io.nordwand.farm.record.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Reads what changed since the last change known, less an overlap. */
final class Changes<T> implements Task {

    private final Listed<T> listed;
    private final Book<T> book;
    private final Clock clock;
    private final Instant beganAt;
    private final Walk<T> walk;
    private boolean refused;

    Changes(Listed<T> listed, Book<T> book, Duration overlap, Clock clock) {
        this.listed = listed;
        this.book = book;
        this.clock = clock;
        this.beganAt = clock.instant();
        this.walk = new Walk<>(
                listed, new Span(Span.By.UPDATED, book.standing().throughAt().minus(overlap)), 1);
    }

    @Override
    public Mono<Boolean> next() {
        return listed.leaf().apply(walk.span(), walk.page()).flatMap(leaf -> {
            walk.take(leaf);
            Standing now = book.standing();
            // Changes are known up to when this reading began, not up to when it ended.
            Standing next = walk.ended() && !walk.blind() ? now.followed(through(now), beganAt) : now;
            return book.keep(leaf, next).then(Mono.fromSupplier(walk::ended));
        });
    }

    /** A time of Eiger's that is yet to come would hide all changes until then. */
    private Instant through(Standing now) {
        Instant here = clock.instant();
        Instant latest = walk.latest();
        return latest == null ? now.throughAt() : latest.isAfter(here) ? here : latest;
    }

    /** Eiger refuses to be asked so; that ends it. */
    boolean refused() {
        refused = true;
        return true;
    }

    /** Whether Eiger refused or gave what was not asked for, so that changes can't be followed. */
    boolean blind() {
        return refused || walk.blind();
    }
}
