package io.nordwand.history;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that is asked of a job: that it lies in any of some ranges of indexes.
 *
 * @param ranges the ranges; where there are too many names to list, a part of them
 * @param whole the whole condition where the ranges are only a part of it, or null
 */
record Wish(List<Range> ranges, @Nullable Piece whole) {

    /**
     * Rows whose column, which leads an index that goes on with sort_at and id, holds one of some values.
     *
     * @param column name of the column
     * @param values any of these
     */
    record Range(String column, List<?> values) {

        /** As a condition by which an index is read. */
        Piece condition() {
            return Piece.in(column, values);
        }

        /** As a condition that no planner takes for a way to find rows, which it is not where others lead. */
        Piece check() {
            boolean number = values.stream().allMatch(Long.class::isInstance);
            return Piece.in(number ? "(" + column + " + 0)" : "(" + column + " || '')", values);
        }
    }

    static Wish of(String column, Object value) {
        return new Wish(List.of(new Range(column, List.of(value))), null);
    }

    /** As a condition on a row that was found by another way. */
    Piece condition() {
        if (whole != null) {
            return whole;
        }
        if (ranges.isEmpty()) {
            return Piece.of("1 = 0");
        }
        Piece any = ranges.get(0).check();
        for (Range range : ranges.subList(1, ranges.size())) {
            any = any.then(" or ").then(range.check());
        }
        return Piece.of("(").then(any).then(")");
    }

    /** Whether each range is one walk through an index in the order of time. */
    boolean narrow() {
        return whole == null && ranges.stream().allMatch(range -> range.values().size() == 1);
    }

    /** All wishes but this one, as a condition; blank for none. */
    Piece others(List<Wish> wishes) {
        return all(wishes.stream().filter(wish -> !wish.equals(this)));
    }

    static Piece all(Stream<Wish> wishes) {
        return wishes.map(Wish::condition).reduce(Piece.NONE, Piece::and);
    }
}
