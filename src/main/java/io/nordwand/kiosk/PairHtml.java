package io.nordwand.kiosk;

import io.nordwand.web.Assets;
import io.nordwand.web.Fragments;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page of a browser that waits to be connected, as HTML. */
@Component
class PairHtml {

    /** How soon the page is fetched anew without JavaScript. */
    private static final Duration OFTEN = Duration.ofSeconds(5);

    private static final Duration SELDOM = Duration.ofSeconds(30);

    private final Fragments fragments;
    private final Assets assets;

    PairHtml(Fragments fragments, Assets assets) {
        this.fragments = fragments;
        this.assets = assets;
    }

    /** The page; null when too many wait already. */
    String page(@Nullable PairPage pair) {
        Map<String, Object> model = new HashMap<>();
        model.put("pair", pair);
        model.put("refresh", (pair == null ? SELDOM : OFTEN).toSeconds());
        model.put("css", assets.url("/assets/pair.css"));
        model.put("js", assets.url("/assets/pair.js"));
        model.put("icon", assets.url("/assets/favicon.svg"));
        return "<!doctype html>\n"
                + fragments.render("kiosk/pair", "page", model).strip();
    }
}
