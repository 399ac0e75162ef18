package io.nordwand.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The accessibility checker axe-core, as npm installed it for the frontend's own build. */
final class Axe {

    private static final Path SOURCE = Path.of("frontend/node_modules/axe-core/axe.min.js");

    private static final String RUN = """
            async rules => (await axe.run(document, {
              resultTypes: ['violations'],
              ...(rules.length ? { runOnly: { type: 'rule', values: rules } } : {}),
            })).violations.flatMap(
                rule => rule.nodes.map(node => `${rule.id}: ${rule.help} at ${node.target.join(' ')}: ${node.html}`))
            """;

    /** The rules whose answer depends on colours. */
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private Axe() {}

    /** One line for each element that breaks a rule. */
    static List<String> violations(Page page) {
        return run(page, List.of());
    }

    /** One line for each element whose colours break a rule. */
    static List<String> faultyColours(Page page) {
        return run(page, COLOURS);
    }

    @SuppressWarnings("unchecked")
    private static List<String> run(Page page, List<String> rules) {
        if (!(Boolean) page.evaluate("() => typeof axe === 'object'")) {
            load(page);
        }
        return (List<String>) page.evaluate(RUN, rules);
    }

    /**
     * By the browser's own protocol: it is not bound by the page's content security policy, as a script element would be,
     * and "evaluate" would parse so long a text several times.
     */
    private static void load(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        JsonObject script = new JsonObject();
        script.addProperty("expression", source());
        JsonObject answer = session.send("Runtime.evaluate", script);
        session.detach();
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException("axe-core could not be loaded: " + answer.get("exceptionDetails"));
        }
    }

    private static String source() {
        try {
            return Files.readString(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException("axe-core is not installed; the frontend's build does that", e);
        }
    }
}
