package io.nordwand.fleet;

import io.nordwand.web.LiveStream;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The regions of a printer's page as drawn at one moment.
 *
 * @param presence whether the printer was there; when that changes, the whole page does
 * @param body the page below its heading
 * @param parts its regions by element id, and the heading's
 */
record PrinterRegions(Presence presence, String body, Map<String, String> parts) {

    /** Id of the element that holds the page below its heading. */
    static final String PAGE = "printer-page";

    /** Id of the state in the heading. */
    static final String STATE = "printer-state";

    private static final String MORPH = "outerMorph";
    private static final Pattern WORDS_OF_TIME = Pattern.compile("(<time\\b[^>]*>)[^<]*");

    /** Partials that draw everything. */
    String whole() {
        return LiveStream.partial("#" + STATE, MORPH, parts.getOrDefault(STATE, ""))
                + LiveStream.partial("#" + PAGE, MORPH, body);
    }

    /** Partials for the regions that differ, other than by the words of a time, which a browser keeps up itself. */
    String since(PrinterRegions before) {
        if (presence != before.presence) {
            return whole();
        }
        StringBuilder changes = new StringBuilder();
        parts.forEach((id, html) -> {
            if (!Objects.equals(timeless(html), timeless(before.parts.getOrDefault(id, "")))) {
                changes.append(LiveStream.partial("#" + id, MORPH, html));
            }
        });
        return changes.toString();
    }

    private static String timeless(String html) {
        return WORDS_OF_TIME.matcher(html).replaceAll("$1");
    }
}
