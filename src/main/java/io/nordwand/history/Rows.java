package io.nordwand.history;

import io.nordwand.database.StorableText;
import io.nordwand.web.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values as they stand in rows. */
final class Rows {

    private Rows() {}

    /** Text in which searches look: without case and accents. */
    static String folded(String text) {
        return SearchText.folded(Objects.requireNonNull(StorableText.of(text)));
    }

    /** A word of the vendor's by which rows are chosen: without case and outer spaces. */
    static String word(String text) {
        return Objects.requireNonNull(StorableText.of(text)).strip().toLowerCase(Locale.ROOT);
    }

    /** The first known time, else 1970: every row has a place in time. */
    static Object sortTime(@Nullable Instant... times) {
        Instant first =
                Arrays.stream(times).filter(Objects::nonNull).findFirst().orElse(Instant.EPOCH);
        return Objects.requireNonNull(Column.time(first));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable Double decimal(ResultSet row, String column) throws SQLException {
        Number number = (Number) row.getObject(column);
        return number == null ? null : (Double) number.doubleValue();
    }

    static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        Number number = (Number) row.getObject(column);
        return number == null ? null : (Integer) number.intValue();
    }
}
