package io.nordwand.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asked a page for, as it stands in the URL, which anybody can write: what means nothing reads as not asked
 * for. Of several values of one name the last that is not blank counts, so that a sheet of filters outdoes the hidden ones.
 */
public final class Params {

    private static final int LONGEST_TEXT = 300;
    private static final int MOST_TEXTS = 50;
    /** Beyond the years that a database knows. */
    private static final int LAST_YEAR = 9999;
    /** More pages than any list has; keeps the number of skipped rows small. */
    private static final int LAST_PAGE = 100_000;

    private final MultiValueMap<String, String> params;

    private Params(MultiValueMap<String, String> params) {
        this.params = params;
    }

    /** Reads these. */
    public static Params of(MultiValueMap<String, String> params) {
        return new Params(params);
    }

    /** A text, cut at 300 characters; blank when not asked for. */
    public String text(String name) {
        return all(name).reduce("", (before, after) -> after);
    }

    /** At most 50 texts, each once. */
    public Set<String> texts(String name) {
        return all(name).limit(MOST_TEXTS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** No database takes a NUL in a text. */
    private Stream<String> all(String name) {
        return params.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .map(value -> value.replace("\0", "").strip())
                .filter(value -> !value.isEmpty())
                .map(value -> value.substring(0, Math.min(LONGEST_TEXT, value.length())));
    }

    /** Whether it is {@code 1}. */
    public boolean on(String name) {
        return text(name).equals("1");
    }

    /** A day of the years 1 to 9999, or null. */
    public @Nullable LocalDate day(String name) {
        return dayOf(text(name));
    }

    /** A day of the years 1 to 9999, as it stands in a URL, or null. */
    public static @Nullable LocalDate dayOf(String text) {
        try {
            LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1 || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** A whole number, or null. */
    public @Nullable Long number(String name) {
        try {
            String text = text(name);
            return text.isEmpty() ? null : Long.valueOf(text);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    /** A number of things, 0 to 2^31-1, or null. */
    public @Nullable Integer count(String name) {
        Long number = number(name);
        return number == null || number < 0 || number > Integer.MAX_VALUE ? null : (Integer) number.intValue();
    }

    /** A page of a list, 1 to 100,000; the first when not asked for. */
    public int page(String name) {
        Long number = number(name);
        return number == null ? 1 : (int) Math.min(LAST_PAGE, Math.max(1, number));
    }

    /** The query part of a URL in that order, without a question mark; parts with a blank value are left out. */
    public static String encoded(Stream<Map.Entry<String, String>> parts) {
        return parts.filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A path with that query part, if there is any. */
    public static String href(String path, String query) {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
