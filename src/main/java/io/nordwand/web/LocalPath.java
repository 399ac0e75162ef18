package io.nordwand.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Tells paths of this program from addresses elsewhere, so that a redirect never leaves the site. */
public final class LocalPath {

    private static final int LONGEST = 2000;

    private LocalPath() {}

    /**
     * The path with its query if it is one of ours, else {@code otherwise}.
     *
     * @param path what a browser sent, not trusted
     */
    public static String orElse(@Nullable String path, String otherwise) {
        return path != null && isLocal(path) ? path : otherwise;
    }

    private static boolean isLocal(String path) {
        if (path.length() > LONGEST || !path.startsWith("/") || path.startsWith("//") || path.indexOf('\\') >= 0) {
            return false;
        }
        if (path.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
