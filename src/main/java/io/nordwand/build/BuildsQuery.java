package io.nordwand.build;

import io.nordwand.farm.record.Approval;
import io.nordwand.history.BuildFilter;
import io.nordwand.history.BuildSort;
import io.nordwand.web.Params;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which builds somebody asked for, as it stands in the URL. Words that mean nothing are left out.
 *
 * @param q part of the title, or a whole id; may be blank
 * @param series series, or blank
 * @param material material of either spool, or blank
 * @param sliced {@code yes}, {@code no} or blank
 * @param approval whether it may be printed, or null for all
 * @param min least number of parts, or null
 * @param max largest number of parts, or null
 * @param from first day of making, or null
 * @param to last day of making, or null
 * @param sort order
 * @param page page, from 1
 */
record BuildsQuery(
        String q,
        String series,
        String material,
        String sliced,
        @Nullable Approval approval,
        @Nullable Integer min,
        @Nullable Integer max,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        BuildSort sort,
        int page) {

    /** Everything, the newest first. */
    static final BuildsQuery ALL = new BuildsQuery("", "", "", "", null, null, null, null, null, BuildSort.NEWEST, 1);

    static BuildsQuery from(MultiValueMap<String, String> map) {
        Params params = Params.of(map);
        return new BuildsQuery(
                params.text("q"),
                params.text("series"),
                params.text("material"),
                Stream.of("yes", "no")
                        .filter(params.text("sliced")::equals)
                        .findFirst()
                        .orElse(""),
                Approval.from(params.text("approved")).orElse(null),
                params.count("min"),
                params.count("max"),
                params.day("from"),
                params.day("to"),
                BuildSort.from(params.text("sort")),
                params.page("page"));
    }

    /** What is looked for; days are those of the zone. */
    BuildFilter filter(ZoneId zone) {
        return new BuildFilter(
                q,
                series,
                material,
                sliced.isEmpty() ? null : (Boolean) sliced.equals("yes"),
                approval,
                min,
                max,
                midnight(from, zone),
                midnight(to == null ? null : to.plusDays(1), zone));
    }

    private static @Nullable Instant midnight(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** Whether any build is left out, other pages apart. */
    boolean filtered() {
        return !new BuildsQuery(q, series, material, sliced, approval, min, max, from, to, BuildSort.NEWEST, 1)
                .equals(ALL);
    }

    BuildsQuery page(int number) {
        return new BuildsQuery(q, series, material, sliced, approval, min, max, from, to, sort, number);
    }

    /** The same, with one of its filters gone, on the first page. */
    BuildsQuery without(String name) {
        return new BuildsQuery(
                name.equals("q") ? "" : q,
                name.equals("series") ? "" : series,
                name.equals("material") ? "" : material,
                name.equals("sliced") ? "" : sliced,
                name.equals("approved") ? null : approval,
                name.equals("min") ? null : min,
                name.equals("max") ? null : max,
                name.equals("from") ? null : from,
                name.equals("to") ? null : to,
                sort,
                1);
    }

    /** Without any filter, in the same order. */
    BuildsQuery cleared() {
        return new BuildsQuery("", "", "", "", null, null, null, null, null, sort, 1);
    }

    String href() {
        return Params.href("/builds", encoded());
    }

    /** The filters that are on, by name, as they stand in the URL. */
    List<Map.Entry<String, String>> filters() {
        return Stream.of(
                        Map.entry("q", q),
                        Map.entry("series", series),
                        Map.entry("material", material),
                        Map.entry("sliced", sliced),
                        Map.entry("approved", approval == null ? "" : approval.key()),
                        Map.entry("min", text(min)),
                        Map.entry("max", text(max)),
                        Map.entry("from", text(from)),
                        Map.entry("to", text(to)))
                .filter(part -> !part.getValue().isEmpty())
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The query part of the URL, without a question mark; blank for everything. */
    String encoded() {
        return Params.encoded(Stream.concat(
                filters().stream(),
                Stream.of(
                        Map.entry("sort", sort == BuildSort.NEWEST ? "" : sort.key()),
                        Map.entry("page", page == 1 ? "" : String.valueOf(page)))));
    }
}
