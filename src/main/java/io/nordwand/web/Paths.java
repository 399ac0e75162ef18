package io.nordwand.web;

import io.nordwand.farm.BuildId;
import io.nordwand.farm.PrinterId;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Paths of pages, with ids made safe for them. */
public final class Paths {

    private Paths() {}

    /** Path of a printer's page. */
    public static String printer(PrinterId id) {
        return "/printers/" + segment(id.value());
    }

    /** Path of a build's picture. */
    public static String preview(BuildId id) {
        return "/builds/" + segment(id.value()) + "/preview";
    }

    /** A path segment of any text. */
    public static String segment(String raw) {
        return UriUtils.encode(raw, StandardCharsets.UTF_8);
    }
}
