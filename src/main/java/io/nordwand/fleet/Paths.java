package io.nordwand.fleet;

import io.nordwand.farm.PrinterId;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Paths of pages, with ids made safe for them. */
final class Paths {

    private Paths() {}

    static String printer(PrinterId id) {
        return "/printers/" + segment(id.value());
    }

    static String segment(String raw) {
        return UriUtils.encode(raw, StandardCharsets.UTF_8);
    }
}
