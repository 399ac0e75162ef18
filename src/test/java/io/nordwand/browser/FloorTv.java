package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.nordwand.dispatch.RunningProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A TV in a hall: its one page is opened and connected, and from then on nobody touches it. */
final class FloorTv {

    private static final String ADDRESS = "/kiosk";

    /** All that a board says; times are left out, which differ by what passes between two looks. */
    private static final String SAYING = "#k-sum li, .kt, .k-ask, .k-calm, .k-more, .k-message, .k-notice, .k-row";

    private final Tab tab;
    private final String origin;

    private FloorTv(Tab tab, String origin) {
        this.tab = tab;
        this.origin = origin;
    }

    /** Opens the page at that origin, and lets the administrator connect it. */
    static FloorTv connect(Tab tab, String origin, RunningProgram program, String name, Map<String, String> settings)
            throws IOException, InterruptedException {
        FloorTv tv = new FloorTv(tab, origin);
        tab.open(origin + ADDRESS);
        String code = tab.see("#pair-code").textContent().strip();
        String form = "/screens";
        Document found = program.get(form + "?code=" + code);
        send(program, form, found, Map.of("code", code, "name", name, "series", "", "turn1", "wall", "look", "dark"));
        String screen = program.get(form)
                .expectFirst("tr[id^=screen-]:contains(" + name + ")")
                .id()
                .substring("screen-".length());
        String edit = form + "/" + screen;
        Map<String, String> whole = new LinkedHashMap<>(Map.of("name", name, "whole", "yes", "kind", "all"));
        whole.putAll(settings);
        send(program, edit, program.get(edit), whole);
        assertThat(tab.see("#board")).isVisible();
        return tv;
    }

    private static void send(RunningProgram program, String path, Document page, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, List<String>> form = new LinkedHashMap<>();
        page.expectFirst("form[method=post][action=" + path + "]")
                .select("input[type=hidden]")
                .forEach(input -> form.put(input.attr("name"), List.of(input.val())));
        fields.forEach((name, value) -> form.put(name, List.of(value)));
        int status = program.post(path, form);
        if (status != 303) {
            throw new IllegalStateException(path + " was answered with " + status);
        }
    }

    Page page() {
        return tab.page();
    }

    /** The secret by which the server knows it; no script could read it. */
    String token() {
        return page().context().cookies().stream()
                .filter(cookie -> cookie.httpOnly)
                .map(cookie -> cookie.value)
                .reduce("", String::concat);
    }

    /** All of the page, whose attributes tell how current it is. */
    Locator html() {
        return tab.see("html");
    }

    /** Waits until the screen is current, without a hand. */
    void live(double milliseconds) {
        says("data-level", "live", milliseconds);
    }

    /** Waits until the screen says by itself that it lost the server, with since when; its board stays. */
    void lost(double milliseconds) {
        says("data-why", "server", milliseconds);
        says("data-level", "lost", milliseconds);
        assertThat(tab.see(".k-old [data-for=server]")).isVisible();
        assertThat(tab.see("#k-lost")).containsText(":");
        assertThat(tab.see(".k-sum")).isHidden();
        assertThat(tab.see(".kt")).isVisible();
    }

    /** Waits until an attribute of the page says so. */
    void says(String attribute, String value, double milliseconds) {
        assertThat(html())
                .hasAttribute(attribute, value, new LocatorAssertions.HasAttributeOptions().setTimeout(milliseconds));
    }

    /** Waits until the screen shows what a page shows that it would be given now. */
    void right(double milliseconds) {
        try {
            page().waitForCondition(
                            () -> {
                                List<String> fresh = fresh();
                                return !fresh.isEmpty() && fresh.equals(shown());
                            },
                            new Page.WaitForConditionOptions().setTimeout(milliseconds));
        } catch (PlaywrightException never) {
            throw new AssertionError("The screen shows\n%s\nin place of\n%s".formatted(shown(), fresh()), never);
        }
    }

    /** What it says. */
    List<String> shown() {
        return saying(page().content());
    }

    private List<String> fresh() {
        try {
            APIResponse answer = page().context().request().get(origin + ADDRESS);
            return answer.ok() ? saying(answer.text()) : List.of();
        } catch (PlaywrightException away) {
            return List.of();
        }
    }

    private static List<String> saying(String html) {
        List<String> all = new ArrayList<>();
        Document page = Jsoup.parse(html);
        page.select("time").remove();
        for (Element each : page.select("#board").select(SAYING)) {
            all.add(each.id() + " " + each.attr("data-group") + " " + each.text());
        }
        return all;
    }
}
