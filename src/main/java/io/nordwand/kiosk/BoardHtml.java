package io.nordwand.kiosk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.web.Assets;
import io.nordwand.web.Fragments;
import io.nordwand.web.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Boards as HTML. What is equal for several screens (the same tile in the same language, zone and size) is rendered once;
 * it is kept for a minute only, because the words in its time elements age.
 */
@Component
class BoardHtml {

    private static final int PLAIN_REFRESH = 30;

    private record Drawn(String fragment, Map<String, ?> what, Locale locale, ZoneId zone) {}

    private final Fragments fragments;
    private final Times times;
    private final Assets assets;
    private final Clock clock;
    private final Cache<Drawn, String> drawn = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    BoardHtml(Fragments fragments, Times times, Assets assets, Clock clock) {
        this.fragments = fragments;
        this.times = times;
        this.assets = assets;
        this.clock = clock;
    }

    /**
     * The whole page of a screen.
     *
     * @param name what the screen is called, for the title
     * @param stream address of its live stream
     */
    String page(Board board, Current current, String name, String stream) {
        return page(board, current, Surroundings.of(name, stream));
    }

    /** The whole page of a screen with what stands around its board. */
    String page(Board board, Current current, Surroundings around) {
        Display display = board.display();
        Map<String, Object> model = new HashMap<>();
        model.put("board", board);
        model.put("current", current);
        model.put("name", around.name());
        model.put("stream", around.stream());
        model.put("seen", around.seen());
        model.put("told", around.told());
        model.put("on", on(board));
        model.put(
                "refresh",
                Math.min(
                        PLAIN_REFRESH,
                        board.dwells().stream().min(Integer::compare).orElse(PLAIN_REFRESH)));
        model.put("mood", Mood.of(display, clock.instant()));
        model.put("version", version(around.edition()));
        model.put("css", assets.url("/assets/kiosk.css"));
        model.put("js", assets.url("/assets/kiosk.js"));
        model.put("icon", assets.url("/assets/favicon.svg"));
        model.put("font", assets.url("/assets/inter-latin.woff2"));
        return "<!doctype html>\n" + render(display, "kiosk/page", "page", model);
    }

    /**
     * What changes when the server's pages do, or the screen's settings: a screen that shows another version fetches itself
     * anew.
     *
     * @param edition which settings, or blank
     */
    String version(String edition) {
        String version = BoardHtml.class.getPackage().getImplementationVersion();
        return Stream.of(
                        version == null ? "" : version,
                        assets.url("/assets/kiosk.js"),
                        assets.url("/assets/kiosk.css"),
                        edition)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    String versionRegion(String edition) {
        return fragments.render("kiosk/bits", "version", Map.of("version", version(edition)));
    }

    /** The screen's name, big, or nothing. */
    String nameRegion(String told) {
        return fragments.render("kiosk/bits", "name", Map.of("told", told));
    }

    /** In place of the board of a screen that was disconnected, until its page is fetched anew. */
    String farewell() {
        return fragments.render("kiosk/bits", "farewell", Map.of());
    }

    String board(Board board, Current current) {
        Map<String, Object> model = Map.of("board", board, "current", current, "on", on(board), "now", clock.instant());
        return render(board.display(), "kiosk/board", "board", model);
    }

    String sums(Board board) {
        return cached(board.display(), "kiosk/board", "sums", Map.of("sums", board.sums(), "words", board.sumWords()));
    }

    String asking(Board board) {
        return cached(board.display(), "kiosk/board", "strip", Map.of("asking", board.asking()));
    }

    String current(Display display, Current current) {
        return cached(display, "kiosk/board", "current", Map.of("current", current));
    }

    String tile(Display display, Tile tile) {
        return cached(display, "kiosk/tile", "tile", Map.of("tile", tile));
    }

    String leaf(Board board, Leaf leaf) {
        return render(board.display(), "kiosk/leaf", "leaf", Map.of("leaf", leaf, "on", on(board)));
    }

    /** Place of the leaf that is on now. */
    private int on(Board board) {
        return Leaf.at(clock.instant().getEpochSecond(), board.dwells()) + 1;
    }

    private String cached(Display display, String template, String fragment, Map<String, ?> what) {
        return drawn.get(
                new Drawn(fragment, what, display.locale(), display.zone()),
                missing -> render(display, template, fragment, what));
    }

    private String render(Display display, String template, String fragment, Map<String, ?> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.putIfAbsent("now", clock.instant());
        Times local = times.in(display.locale(), display.zone());
        return fragments
                .render(template, fragment, all, display.locale(), local)
                .strip();
    }
}
