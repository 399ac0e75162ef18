package io.nordwand.job;

import io.nordwand.history.JobFilter;
import io.nordwand.history.JobMark;
import io.nordwand.web.Params;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asked the list for, as it stands in the URL. Words that mean nothing are left out.
 *
 * @param parts the filters that are on, by their names, in the order of the toolbar
 * @param oldest whether the oldest come first
 * @param after where the page before ended, or null for the first page
 */
record JobQuery(
        Map<String, String> parts, boolean oldest, @Nullable JobMark after) {

    private static final List<String> NAMES =
            List.of("q", "state", "printer", "build", "person", "source", "span", "from", "to");

    /** Everything, the newest first. */
    static final JobQuery ALL = new JobQuery(Map.of(), false, null);

    /** Days of the spans that can be chosen. */
    static final List<String> SPANS = List.of("7", "30", "90", "365");

    JobQuery {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = parts.getOrDefault(name, "");
            if (!value.isEmpty()) {
                ordered.put(name, value);
            }
        }
        parts = ordered;
    }

    static JobQuery from(MultiValueMap<String, String> map) {
        Params params = Params.of(map);
        Map<String, String> parts = NAMES.stream()
                .collect(Collectors.toMap(name -> name, name -> meant(name, params.text(name)), (a, b) -> a));
        if (!parts.getOrDefault("from", "").isEmpty()
                || !parts.getOrDefault("to", "").isEmpty()) {
            parts.put("span", "");
        }
        return new JobQuery(
                parts,
                params.text("sort").equals("oldest"),
                JobMark.from(params.text("after")).orElse(null));
    }

    private static String meant(String name, String text) {
        return switch (name) {
            case "state", "source" -> text.toLowerCase(Locale.ROOT);
            case "span" -> SPANS.contains(text) ? text : "";
            case "from", "to" -> Params.dayOf(text) == null ? "" : text;
            default -> text;
        };
    }

    /** Value of a part, blank when it is not on. */
    String part(String name) {
        return parts.getOrDefault(name, "");
    }

    /** First day, or null for all. */
    @Nullable
    LocalDate from(LocalDate today) {
        return part("span").isEmpty() ? Params.dayOf(part("from")) : today.minusDays(Long.parseLong(part("span")) - 1);
    }

    /** Last day, or null for all. */
    @Nullable
    LocalDate to() {
        return Params.dayOf(part("to"));
    }

    JobFilter filter(LocalDate today) {
        return new JobFilter(
                part("q"),
                part("state"),
                part("printer"),
                part("build"),
                part("person"),
                part("source"),
                from(today),
                to());
    }

    /** Whether only the state and the days are chosen, so that figures of all jobs are figures of these. */
    boolean everyJob() {
        return parts.keySet().stream().allMatch(List.of("state", "span", "from", "to")::contains);
    }

    JobQuery after(@Nullable JobMark mark) {
        return new JobQuery(parts, oldest, mark);
    }

    /** The same with another value of one part, or without it when that is blank, on the first page. */
    JobQuery with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(parts);
        changed.put(name, value);
        if (name.equals("span")) {
            changed.remove("from");
            changed.remove("to");
        }
        return new JobQuery(changed, oldest, null);
    }

    JobQuery sorted(boolean oldestFirst) {
        return new JobQuery(parts, oldestFirst, null);
    }

    String href() {
        return "/jobs" + asked();
    }

    /** The query part of the URL with its question mark; blank for everything. */
    String asked() {
        Map<String, String> all = new LinkedHashMap<>(parts);
        all.put("sort", oldest ? "oldest" : "");
        all.put("after", after == null ? "" : Objects.requireNonNull(after).text());
        return Params.href("", Params.encoded(all.entrySet().stream()));
    }
}
