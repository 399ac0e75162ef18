package io.nordwand.approval;

import io.nordwand.history.ApprovableBuilds.Show;
import io.nordwand.web.Params;
import java.util.Locale;
import java.util.Map;
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

    static ApprovalQuery from(MultiValueMap<String, String> map) {
        Params params = Params.of(map);
        return new ApprovalQuery(params.text("q"), show(params.text("show")), params.page("page"), params.text("tick"));
    }

    private static Show show(String key) {
        return Stream.of(Show.values())
                .filter(show -> key(show).equals(key))
                .findFirst()
                .orElse(Show.ALL);
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
        return Params.href(
                "/approvals",
                Params.encoded(Stream.of(
                        Map.entry("q", q),
                        Map.entry("show", show == Show.ALL ? "" : key(show)),
                        Map.entry("page", page == 1 ? "" : Integer.toString(page)))));
    }
}
