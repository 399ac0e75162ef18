package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A TV from its first page to its last, beside the administrator who never touches it. */
@BrowserTest
class KioskIT {

    @Test
    void theTvContinuesByItselfAndDoesWhatItIsTold(Tab admin) {
        admin.signIn("admin");
        try (Tab tv = admin.stranger()) {
            tv.expect("401").open("/kiosk");
            String name = connect(admin, code(tv));
            assertThat(tv.see("#board")).isVisible();
            assertThat(tv.page()).hasTitle(Pattern.compile("^" + name));
            assertThat(tv.profile().cookies())
                    .filteredOn(cookie -> !cookie.name.equals("viewport"))
                    .singleElement()
                    .matches(cookie -> cookie.httpOnly && cookie.path.equals("/kiosk"));
            assertThat(tv.page().evaluate("document.cookie").toString()).doesNotContain("nordwand");

            Locator row = admin.see("tr:has-text('" + name + "')");
            assertThat(row).containsText("1440 × 900");
            assertThat(row).hasAttribute("data-live", "true");
            row.locator("button[formaction$='/identify']").click();
            assertThat(tv.see("#k-name")).isVisible();
            assertThat(tv.see("#k-name")).hasText(name);

            say(admin, name, "Line 3 stops at noon");
            assertThat(tv.see("#k-message")).containsText("Line 3 stops at noon");
            assertThat(tv.see("#k-name")).isHidden();

            admin.see("tr:has-text('" + name + "') a:has-text('Edit')").click();
            admin.see("label:has(input[name=look][value=light])").click();
            admin.see("select[name=turn1]").selectOption("queues");
            admin.see("#settings button[type=submit]").click();
            assertThat(admin.see("[data-told=edit]")).isVisible();
            assertThat(tv.see("#board [data-layout=queues]:not([hidden])")).isVisible();
            assertThat(tv.see("html")).hasAttribute("data-theme", "light");

            admin.see("tr:has-text('" + name + "') a:has-text('Revoke')").click();
            admin.assertAccessible().see("dialog[open] .btn--danger").click();
            assertThat(admin.see("[data-told=revoke]")).isVisible();
            assertThat(tv.page().locator("#board [data-group]")).hasCount(0);
            assertThat(tv.see("#pair-code")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(40_000));
            assertThat(tv.complaints()).isEmpty();
        }
    }

    @Test
    void allOfItWithoutJavaScriptToo(@WithoutScript Tab tv) {
        tv.open("/kiosk");
        String code = code(tv);
        try (Tab admin = tv.strangerWithoutScript()) {
            admin.signIn("admin");
            String name = connect(admin, code);
            assertThat(tv.see("#board")).isVisible();

            admin.see("tr:has-text('" + name + "') button[formaction$='/identify']")
                    .click();
            assertThat(admin.see("[data-told=identify]")).isVisible();
            say(admin, name, "Line 3 stops at noon");
            assertThat(tv.open("/kiosk").see("#k-name")).hasText(name);
            assertThat(tv.see("#k-message")).containsText("Line 3 stops at noon");
            admin.see("tr:has-text('" + name + "') button[formaction$='/silence']")
                    .click();
            assertThat(admin.see("[data-told=silence]")).isVisible();
            assertThat(tv.open("/kiosk").page().locator("#k-message")).hasCount(0);

            admin.see("tr:has-text('" + name + "') a:has-text('Revoke')").click();
            admin.see("dialog[open] .btn--danger").click();
            assertThat(admin.see("[data-told=revoke]")).isVisible();
            assertThat(tv.open("/kiosk").see("#pair-code")).isVisible();
        }
    }

    @Test
    void pages(Tab tab) {
        try (Tab tv = tab.stranger()) {
            tv.look("kiosk-pair", () -> tv.open("/kiosk"));
            String code = code(tv);
            tab.signIn("admin");
            tab.look("screens-none", () -> tab.open("/screens"));
            tab.look("screens-connect", () -> {
                tab.open("/screens?code=" + code);
                assertThat(tab.see("#found")).isVisible();
            });
            String name = connect(tab, code);
            assertThat(tv.see("#board")).isVisible();
            say(tab, name, "Fire drill at 10. Leave what you carry and meet at gate 4.");
            tab.look("screens", () -> {
                tab.open("/screens");
                assertThat(tab.see("tr:has-text('" + name + "')")).isVisible();
            });
            tab.look("screens-settings", () -> {
                tab.open("/screens")
                        .see("tr:has-text('" + name + "') a:has-text('Edit')")
                        .click();
                assertThat(tab.see("#settings")).isVisible();
            });
        }
    }

    private static String code(Tab tv) {
        return tv.see("#pair-code").textContent().strip();
    }

    /** Types the code as people do. */
    private static String connect(Tab admin, String code) {
        String name = "Hall " + code;
        admin.open("/screens").see("#connect-code input[name=code]").fill(typed(code));
        admin.see("#connect-code button").click();
        assertThat(admin.see("#found")).isVisible();
        admin.see("#connect-screen input[name=name]").fill(name);
        admin.see("#connect-screen button").click();
        assertThat(admin.see("[data-told=pair]")).containsText(name);
        return name;
    }

    private static String typed(String code) {
        return code.substring(0, 3).toLowerCase(Locale.ROOT) + " "
                + code.substring(3).toLowerCase(Locale.ROOT);
    }

    private static void say(Tab admin, String name, String text) {
        admin.see("#floor-message input[name=text]").fill(text);
        admin.see("#floor-message select[name=to]").selectOption(new SelectOption().setLabel(name));
        admin.see("#floor-message button").click();
        assertThat(admin.see("[data-told=message]")).isVisible();
    }
}
