package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Filters, order and pages of a list, as its query asks for them; what it does not understand it refuses. */
record Query(Map<String, List<String>> parameters) {

    private static final int MOST = 1000;
    private static final Map<String, BiPredicate<Integer, Integer>> COMPARISONS = Map.of(
            "lt", (a, b) -> a < b,
            "le", (a, b) -> a <= b,
            "gt", (a, b) -> a > b,
            "ge", (a, b) -> a >= b,
            "eq", Integer::equals,
            "ne", (a, b) -> !a.equals(b));

    @Nullable
    String value(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /** Keeps items whose time fits; one without a time never fits (field note 23). */
    <T> Predicate<T> times(String field, Function<T, @Nullable Instant> time) {
        Predicate<T> all = item -> true;
        for (String comparison : List.of("lt", "le", "gt", "ge")) {
            String value = filter(field, comparison);
            if (value != null) {
                Instant bound = instant(value, field);
                all = all.and(item -> {
                    Instant of = time.apply(item);
                    return of != null && compare(comparison, of.compareTo(bound), 0);
                });
            }
        }
        return all;
    }

    /** Keeps items whose number fits; numbers asked for are at least 1. */
    <T> Predicate<T> numbers(String field, Function<T, Integer> number) {
        Predicate<T> all = item -> true;
        for (String comparison : COMPARISONS.keySet()) {
            String value = filter(field, comparison);
            if (value != null) {
                int bound = integer(value, field, Integer.MAX_VALUE);
                all = all.and(item -> compare(comparison, number.apply(item), bound));
            }
        }
        return all;
    }

    /** Keeps items whose word is exactly that one, or exactly not that one. */
    <T> Predicate<T> words(String field, Function<T, @Nullable Object> word) {
        String same = filter(field, "eq");
        String other = filter(field, "ne");
        Predicate<T> is = item -> same == null || same.equals(text(word.apply(item)));
        return is.and(item -> other == null || !other.equals(text(word.apply(item))));
    }

    /** As {@link #words}, refusing words that the contract does not know. */
    <T> Predicate<T> words(String field, Function<T, @Nullable Object> word, List<String> known) {
        for (String comparison : List.of("eq", "ne")) {
            String value = filter(field, comparison);
            if (value != null && !known.contains(value)) {
                throw Refusal.unfit("filter[" + field + "][" + comparison + "] must be one of " + known);
            }
        }
        return words(field, word);
    }

    /** The wanted page of the items, in the wanted order. */
    <T> Answer page(
            Stream<T> items, Map<String, Comparator<T>> orders, String by, String order, Function<T, Object> view) {
        String field = choice("sort[by]", by, orders.keySet().stream().sorted().toList());
        Comparator<T> comparator = Objects.requireNonNull(orders.get(field));
        boolean descending =
                choice("sort[order]", order, List.of("asc", "desc")).equals("desc");
        return page(items.sorted(descending ? comparator.reversed() : comparator), view);
    }

    /** The wanted page of the items, in the order that they have. */
    <T> Answer page(Stream<T> items, Function<T, Object> view) {
        int size = number("page[size]", 100, MOST);
        long skipped = (number("page[number]", 1, Integer.MAX_VALUE) - 1L) * size;
        List<T> found = items.skip(skipped).limit(size + 1L).toList();
        List<Object> shown = found.stream().limit(size).map(view).toList();
        return Answer.json(200, Json.object("has_more_items", found.size() > size, "items", shown));
    }

    /** By time; what has none comes last when ascending. */
    static <T> Comparator<T> byTime(Function<T, @Nullable Instant> time) {
        return Comparator.comparing(item -> {
            Instant of = time.apply(item);
            return of == null ? Instant.MAX : of;
        });
    }

    String choice(String name, String otherwise, List<String> known) {
        String value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (!known.contains(value)) {
            throw Refusal.unfit(name + " must be one of " + known);
        }
        return value;
    }

    private int number(String name, int otherwise, int most) {
        String value = value(name);
        return value == null ? otherwise : integer(value, name, most);
    }

    private @Nullable String filter(String field, String comparison) {
        return value("filter[" + field + "][" + comparison + "]");
    }

    private static boolean compare(String comparison, int a, int b) {
        BiPredicate<Integer, Integer> test = COMPARISONS.get(comparison);
        return test != null && test.test(a, b);
    }

    private static String text(@Nullable Object word) {
        return word == null ? "" : word.toString();
    }

    private static int integer(String value, String name, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Refusal.unfit(name + " is not a number", e);
        }
        throw Refusal.unfit(name + " must be from 1 to " + most);
    }

    private static Instant instant(String value, String name) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.unfit(name + " is not a date-time", e);
        }
    }
}
