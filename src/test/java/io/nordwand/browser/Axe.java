package io.nordwand.browser;

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
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(
                rule => rule.nodes.map(node => `${rule.id}: ${rule.help} at ${node.target.join(' ')}: ${node.html}`))
            """;

    private Axe() {}

    /** One line for each element that breaks a rule. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        // "evaluate" is not bound by the page's content security policy, a script element would be.
        page.evaluate(source());
        return (List<String>) page.evaluate(RUN);
    }

    private static String source() {
        try {
            return Files.readString(SOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException("axe-core is not installed; the frontend's build does that", e);
        }
    }
}
