package io.nordwand.history;

import io.nordwand.farm.record.Leaf;
import io.nordwand.farm.record.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Finds what is kept and not at Eiger any more, since nothing that is deleted shows in a list of changes: what was kept
 * when the reading began and is not listed in it is asked for by its id, and forgotten only if Eiger does not know it.
 */
final class Inspection<T> implements Task {

    private static final Logger log = LoggerFactory.getLogger(Inspection.class);
    /** Records asked for by their id in one inspection; the rest waits for the next. */
    private static final int MOST_SUSPECTS = 1000;

    private final Book<T> book;
    private final IntFunction<Mono<Leaf<T>>> leaf;
    private final Predicate<T> asked;
    private final String where;
    private final UnaryOperator<Standing> done;
    private final Walk<T> walk;
    private final Deque<String> suspects = new ArrayDeque<>();
    private @Nullable Map<String, String> before;
    private boolean blind;

    private Inspection(
            Listed<T> listed,
            Book<T> book,
            IntFunction<Mono<Leaf<T>>> leaf,
            Predicate<T> asked,
            String where,
            UnaryOperator<Standing> done) {
        this.book = book;
        this.leaf = leaf;
        this.asked = asked;
        this.where = where;
        this.done = done;
        this.walk = new Walk<>(listed, Span.ALL, 1);
    }

    /** Of the whole list; {@code done} says how far the copy is after it. */
    static <T> Inspection<T> whole(Listed<T> listed, Book<T> book, UnaryOperator<Standing> done) {
        return new Inspection<>(listed, book, page -> listed.leaf().apply(Span.ALL, page), record -> true, "", done);
    }

    /** Of its part that is read whole each time. */
    static <T> Inspection<T> open(Listed<T> listed, Book<T> book, Listed.Open<T> open) {
        return new Inspection<>(listed, book, open.leaf(), open.belongs(), open.where(), UnaryOperator.identity());
    }

    @Override
    public Mono<Boolean> next() {
        if (before == null) {
            return book.ids(where).doOnNext(ids -> before = ids).thenReturn(false);
        }
        return walk.ended() ? ask() : read(before);
    }

    private Mono<Boolean> read(Map<String, String> kept) {
        return leaf.apply(walk.page()).flatMap(page -> {
            walk.take(page);
            blind |= !page.items().stream().allMatch(asked);
            if (walk.ended() && !blind) {
                kept.entrySet().stream()
                        .filter(one -> !walk.seen().contains(one.getKey()))
                        .limit(MOST_SUSPECTS)
                        .forEach(one -> suspects.add(one.getValue()));
            }
            boolean last = walk.ended() && suspects.isEmpty();
            return book.keep(page, last ? done.apply(book.standing()) : book.standing())
                    .thenReturn(last);
        });
    }

    /** Asks for one; what can't be told now waits for the next inspection. */
    private Mono<Boolean> ask() {
        String suspect = suspects.remove();
        return book.refresh(suspect)
                .onErrorResume(problem -> {
                    log.debug("Nobody knows whether {} is gone: {}", suspect, problem.getMessage());
                    return Mono.empty();
                })
                .then(Mono.defer(() -> {
                    boolean last = suspects.isEmpty();
                    return last
                            ? book.keep(new Leaf<>(List.of(), 0, false), done.apply(book.standing()))
                                    .thenReturn(true)
                            : Mono.just(false);
                }));
    }
}
