package io.nordwand.build;

import io.nordwand.web.LiveStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Regions of a page as one viewer was shown them last. What differs by the words of a time alone is no difference: a
 * browser keeps those up itself.
 */
final class Regions {

    private static final Pattern WORDS_OF_TIME = Pattern.compile("(<time\\b[^>]*>)[^<]*");

    private final Map<String, String> shown = new LinkedHashMap<>();

    /** Takes regions as shown, by element id. */
    void show(Map<String, String> regions) {
        regions.forEach((id, html) -> shown.put(id, timeless(html)));
    }

    /** Partials for the regions that differ from those shown; blank for none. They count as shown then. */
    String change(Map<String, String> regions) {
        StringBuilder changes = new StringBuilder();
        regions.forEach((id, html) -> {
            String now = timeless(html);
            if (!now.equals(shown.put(id, now))) {
                changes.append(LiveStream.partial("#" + id, "outerMorph", html));
            }
        });
        return changes.toString();
    }

    private static String timeless(String html) {
        return WORDS_OF_TIME.matcher(html).replaceAll("$1");
    }
}
