package io.nordwand.approval;

import io.nordwand.history.ApprovableBuilds.Show;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asked the list for, as it stands in the URL. Words that mean nothing are left out.
 *
 * @param q part of a title; may be blank
 * @param show which builds
 * @param page counted from 1
 * @param tick id of a build to begin with, ticked; may be blank
 */
public record ApprovalQuery(String q, Show show, int page, String tick) {

    private static final int LONGEST = 200;
    private static final int LAST = 100_000;

    static ApprovalQuery from(MultiValueMap<String, String> params) {
        return new ApprovalQuery(
                text(params, "q"), show(text(params, "show")), page(text(params, "page")), text(params, "tick"));
    }

    private static String text(MultiValueMap<String, String> params, String name) {
        String value = params.getFirst(name);
        String text = value == null ? "" : value.replace("\0", "").strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static Show show(String key) {
        return Stream.of(Show.values())
                .filter(show -> key(show).equals(key))
                .findFirst()
                .orElse(Show.ALL);
    }

    private static int page(String text) {
        return text.matches("[1-9]\\d{0,5}") ? Math.min(LAST, Integer.parseInt(text)) : 1;
    }

    static String key(Show show) {
        return show.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ApprovalQuery page(int number) {
        return new ApprovalQuery(q, show, number, "");
    }

    boolean filtered() {
        return !q.isBlank() || show != Show.ALL;
    }

    String href() {
        String query = Stream.of(
                        Map.entry("q", q),
                        Map.entry("show", show == Show.ALL ? "" : key(show)),
                        Map.entry("page", page == 1 ? "" : Integer.toString(page)))
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return "/approvals" + (query.isEmpty() ? "" : "?" + query);
    }
}
