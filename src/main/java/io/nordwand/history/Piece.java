package io.nordwand.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a statement with the values of its question marks.
 *
 * @param sql the piece
 * @param values its values in order
 */
record Piece(String sql, List<Object> values) {

    static final Piece NONE = new Piece("", List.of());

    static Piece of(String sql, Object... values) {
        return new Piece(sql, List.of(values));
    }

    /**
     * That the column holds one of these; nothing does of none. Numbers stand in the statement itself: H2 looks through
     * a list of question marks row by row, and PostgreSQL plans it without looking at how long it is.
     */
    static Piece in(String column, Collection<?> values) {
        if (values.isEmpty()) {
            return of("1 = 0");
        }
        if (values.stream().allMatch(Long.class::isInstance)) {
            return of(column + " in (" + values.stream().map(Object::toString).collect(Collectors.joining(", ")) + ")");
        }
        if (values.size() == 1) {
            return new Piece(column + " = ?", List.copyOf(values));
        }
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        return new Piece(column + " in (" + marks + ")", List.copyOf(values));
    }

    /** Both, one after the other. */
    Piece then(Piece next) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(next.values);
        return new Piece(sql + next.sql, all);
    }

    /** Both, one after the other. */
    Piece then(String next) {
        return new Piece(sql + next, values);
    }

    /** This and that as conditions; a blank one asks for nothing. */
    Piece and(Piece next) {
        return next.sql.isEmpty() ? this : sql.isEmpty() ? next : then(" and ").then(next);
    }
}
