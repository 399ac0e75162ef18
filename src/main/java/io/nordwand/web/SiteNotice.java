package io.nordwand.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition of the whole installation that every page shows until it is over. Its words are the messages
 * {@code notice.<key>.title}, without a full stop, and {@code notice.<key>.text}.
 *
 * @param key names it, also for tests: {@code data-notice}
 * @param urgent whether it is announced at once to those who hear the page
 * @param icon name of a sprite symbol without {@code i-}
 * @param since when it began, or null
 * @param arguments what the text names as {0}, {1} and so on
 */
public record SiteNotice(
        String key, boolean urgent, String icon, @Nullable Instant since, List<String> arguments) {

    /** A notice whose text names nothing. */
    public static SiteNotice of(String key, boolean urgent, String icon, @Nullable Instant since) {
        return new SiteNotice(key, urgent, icon, since, List.of());
    }
}
