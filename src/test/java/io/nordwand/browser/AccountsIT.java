package io.nordwand.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Accounts from the first sign-in to the last, as administrators and their people do it. */
@BrowserTest
class AccountsIT {

    private static final String OWN = "snow on the north face";

    @Test
    void fromAddingToDisabling(Tab tab) {
        tab.signIn("admin").open("/admin/users");
        String name = name();
        String made = add(tab, name);
        try (Tab lena = tab.withCookiesOnly()) {
            lena.profile().clearCookies();
            enter(lena, name, made);
            assertThat(lena.see("[data-told=first]")).isVisible();
            lena.open("/fleet");
            assertThat(lena.see("[data-told=first]")).isVisible();
            choose(lena, made, OWN);
            lena.page().waitForURL("**/fleet");
            assertThat(lena.see("#fleet-list [id^=printer-]")).isVisible();
            assertThat(lena.page().locator("a[href^='/admin']")).hasCount(0);

            Locator row = tab.see("tr:has-text('" + name + "')");
            assertThat(row).containsText("Active");
            row.locator("a[href$='/disable']").click();
            Locator dialog = tab.see("dialog[open]");
            assertThat(dialog.locator("h2")).hasText("Disable " + name + "?");
            assertThat(tab.page().evaluate("() => document.activeElement.textContent"))
                    .as("the focus is where it does no harm")
                    .isEqualTo("Cancel");
            tab.assertAccessible();
            dialog.locator(".btn--danger").click();
            assertThat(tab.see("[data-told=disable]")).containsText(name + " is disabled");

            lena.page().waitForURL("**/login**");
            enter(lena, name, OWN);
            assertThat(lena.see("[data-state=disabled]")).isVisible();
        }
    }

    @Test
    void twoAdministratorsAtOneAccount(Tab tab) {
        tab.expect("409").signIn("admin").open("/admin/users");
        String name = name();
        add(tab, name);
        Page other = tab.another();
        other.navigate("/admin/users");
        other.locator("tr:has-text('" + name + "') a[href$='/role']").click();
        tab.see("tr:has-text('" + name + "') a[href$='/role']").click();
        tab.see("dialog[open] input[value=viewer]").check();
        tab.see("dialog[open] [type=submit]").click();
        assertThat(tab.see("[data-told=role]")).isVisible();

        other.locator("dialog[open] input[value=admin]").check();
        other.locator("dialog[open] [type=submit]").click();
        assertThat(other.locator("[data-refusal=changed]")).containsText("was changed while you were deciding");
        assertThat(other.locator("#wanted-role")).hasText("Administrator");
        assertThat(other.locator("#now-role")).hasText("Viewer");
        other.locator(".dialog__foot .btn--primary").click();
        assertThat(other.locator("dialog[open] input[value=admin]")).isChecked();
        other.locator("dialog[open] [type=submit]").click();
        assertThat(other.locator("[data-told=role]")).isVisible();
    }

    @Test
    void everythingWithoutJavaScript(@WithoutScript Tab tab) {
        tab.signIn("admin").open("/admin/users");
        String name = name();
        tab.see("#act-add").click();
        tab.see("input[name=name]").fill(name);
        tab.see("form[action$='/admin/users'] [type=submit]").click();
        assertThat(tab.see("#made-password")).isVisible();
        tab.see("tr:has-text('" + name + "') a[href$='/disable']").click();
        tab.see("dialog[open] .btn--danger").click();
        assertThat(tab.see("tr:has-text('" + name + "')")).containsText("Disabled");
        assertThat(tab.page().locator("#made-password")).hasCount(0);
    }

    @Test
    void pagesAndQuestions(Tab tab) {
        tab.signIn("admin").open("/admin/users");
        String name = name();
        add(tab, name);
        tab.look("accounts", () -> tab.open("/admin/users"));
        tab.look("accounts-add", () -> tab.open("/admin/users/new"));
        tab.look("accounts-own-demo", () -> tab.open("/account"));
        for (String change : List.of("role", "reset", "disable")) {
            tab.look("accounts-" + change, () -> {
                tab.open("/admin/users")
                        .see("tr:has-text('" + name + "') a[href$='/" + change + "']")
                        .click();
                assertThat(tab.see("dialog[open]")).isVisible();
            });
        }
    }

    @Test
    void ownAccount(Tab tab) {
        tab.signIn("admin").open("/admin/users");
        String name = name();
        String made = add(tab, name);
        tab.profile().clearCookies();
        enter(tab, name, made);
        tab.look("accounts-own", () -> tab.open("/account"));
    }

    private static String add(Tab tab, String name) {
        tab.see("#act-add").click();
        tab.see("dialog[open] input[name=name]").fill(name);
        tab.see("dialog[open] [type=submit]").click();
        assertThat(tab.see("[data-told=added]")).containsText(name + " can sign in now");
        return tab.see("#made-password").textContent();
    }

    private static void enter(Tab tab, String name, String password) {
        tab.open("/login").see("input[name=username]").fill(name);
        tab.see("input[name=password]").fill(password);
        tab.see("form:has(input[name=password]) [type=submit]").click();
        tab.page().waitForLoadState();
    }

    private static void choose(Tab tab, String current, String wanted) {
        tab.see("input[name=current]").fill(current);
        tab.see("input[name=wanted]").fill(wanted);
        tab.see("input[name=again]").fill(wanted);
        tab.see("form.own__form [type=submit]").click();
    }

    private static String name() {
        return "n" + UUID.randomUUID().toString().substring(0, 8);
    }
}
