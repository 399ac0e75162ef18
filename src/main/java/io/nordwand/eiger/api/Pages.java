package io.nordwand.eiger.api;

import io.nordwand.eiger.wire.Page;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/**
 * Reads a list to its end (field note 18): items are de-duplicated since they shift while paging, a later copy replaces
 * an earlier one, and what can't be identified is left out. Never half a list: if one page fails, all fails.
 *
 * @param <T> kind of item
 */
public final class Pages<T> {

    private static final Logger log = LoggerFactory.getLogger(Pages.class);
    private static final int SIZE = 1000;
    private static final int CAP = 50;

    private final Function<MultiValueMap<String, String>, Mono<Page<T>>> operation;
    private final Function<T, @Nullable Object> key;
    private final Trouble unreadable;
    private final int size;
    private final int cap;
    private final boolean whole;

    Pages(
            Function<MultiValueMap<String, String>, Mono<Page<T>>> operation,
            Function<T, @Nullable Object> key,
            Trouble unreadable,
            int size,
            int cap,
            boolean whole) {
        this.operation = operation;
        this.key = key;
        this.unreadable = unreadable;
        this.size = size;
        this.cap = cap;
        this.whole = whole;
    }

    /**
     * A reader of full lists.
     *
     * @param operation a list operation
     * @param key what identifies an item, or null for an item that is of no use
     * @param unreadable what to fail with when an answer is no list, or holds items but none that can be identified
     */
    public static <T> Pages<T> of(
            Function<MultiValueMap<String, String>, Mono<Page<T>>> operation,
            Function<T, @Nullable Object> key,
            Trouble unreadable) {
        return new Pages<>(operation, key, unreadable, SIZE, CAP, false);
    }

    /**
     * A reader of lists that are written back as they were read, so that nothing may be left out: an item that can't be
     * identified, more pages than can be read, a page that brings nothing new or that is missing, all fail, and so does a
     * list that is not found.
     */
    public static <T> Pages<T> whole(
            Function<MultiValueMap<String, String>, Mono<Page<T>>> operation,
            Function<T, @Nullable Object> key,
            Trouble unreadable) {
        return new Pages<>(operation, key, unreadable, SIZE, CAP, true);
    }

    /**
     * All items in the order received; an empty list when nothing is visible to the key (404, field note 13), no list at
     * all when Eiger says that the thing is switched off (204).
     */
    public Mono<List<T>> all(Query query) {
        return Mono.defer(() -> {
            Map<Object, T> found = new LinkedHashMap<>();
            return read(query, 1)
                    .onErrorResume(e -> !whole && notFound(e), e -> Mono.just(new Page<>(false, List.of())))
                    .map(page -> take(page, found, 1))
                    .flatMap(first -> Mono.just(first)
                            .expand(turn -> turn.last() ? Mono.empty() : next(query, turn, found))
                            .then(Mono.fromSupplier(() -> List.copyOf(found.values()))));
        });
    }

    private Mono<Page<T>> read(Query query, int number) {
        return operation.apply(query.page(number, size));
    }

    private Mono<Turn> next(Query query, Turn turn, Map<Object, T> found) {
        if (turn.number() >= cap) {
            if (whole) {
                return Mono.error(new FarmException(unreadable));
            }
            log.warn("A list of Eiger has more than {} pages; the rest is left out", cap);
            return Mono.empty();
        }
        int number = turn.number() + 1;
        return read(query, number)
                .switchIfEmpty(whole ? Mono.error(() -> new FarmException(unreadable)) : Mono.empty())
                .map(page -> take(page, found, number));
    }

    private Turn take(Page<T> page, Map<Object, T> found, int number) {
        List<@Nullable T> items = page.items();
        if (items == null) {
            throw new FarmException(unreadable);
        }
        int before = found.size();
        boolean usable = false;
        for (T item : items) {
            Object id = item == null ? null : key.apply(item);
            if (id != null) {
                found.put(id, Objects.requireNonNull(item));
                usable = true;
            } else if (whole) {
                throw new FarmException(unreadable);
            }
        }
        if (!items.isEmpty() && !usable) {
            throw new FarmException(unreadable);
        }
        boolean more = page.hasMoreItems() == null ? items.size() >= size : page.hasMoreItems();
        if (whole && more && found.size() == before) {
            throw new FarmException(unreadable);
        }
        return new Turn(number, !more || found.size() == before);
    }

    private static boolean notFound(Throwable error) {
        return error instanceof FarmException farm && farm.trouble() instanceof Trouble.NotFound;
    }

    private record Turn(int number, boolean last) {}
}
