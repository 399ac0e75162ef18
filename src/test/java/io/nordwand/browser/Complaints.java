package io.nordwand.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the browser complained about: console errors and warnings, uncaught exceptions, breaches of the content security
 * policy, and requests to another host.
 */
final class Complaints {

    /** Runs before anything of the page; the console message is caught like every other. */
    private static final String POLICY_WATCH = """
            document.addEventListener('securitypolicyviolation', e => console.error(
                `policy: ${e.effectiveDirective} refused ${e.blockedURI} ${e.sample} (${e.sourceFile}:${e.lineNumber})`));
            """;

    private final List<String> heard = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    Complaints(BrowserContext context) {
        context.addInitScript(POLICY_WATCH);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                hear("console: %s (%s)".formatted(message.text(), message.location()));
            }
        });
        context.onWebError(error -> hear("exception: " + error.error()));
        context.onRequest(request -> {
            String host = URI.create(request.url()).getHost();
            if (host != null && !host.equals("localhost") && !host.equals("127.0.0.1")) {
                hear("another host: " + request.url());
            }
        });
    }

    private void hear(String complaint) {
        heard.add(complaint);
    }

    void expect(String pattern) {
        expected.add(Pattern.compile(pattern));
    }

    List<String> unexpected() {
        return heard.stream()
                .filter(complaint -> expected.stream()
                        .noneMatch(each -> each.matcher(complaint).find()))
                .toList();
    }

    void assertNone() {
        assertThat(unexpected()).as("what the browser complained about").isEmpty();
    }
}
