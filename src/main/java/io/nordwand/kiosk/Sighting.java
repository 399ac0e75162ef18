package io.nordwand.kiosk;

import io.nordwand.audit.Actors;
import io.nordwand.database.StorableText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * A sign of life from a screen's browser.
 *
 * @param at when it asked for something
 * @param address network address that it asked from
 * @param agent what the browser says it is, shortened; may be blank
 * @param size size of its page, or null when it did not say
 */
record Sighting(
        Instant at, String address, String agent, @Nullable Size size) {

    /**
     * Size of a page.
     *
     * @param width in CSS pixels
     * @param height in CSS pixels
     */
    record Size(int width, int height) {}

    /** What a request tells of its browser, which says its size in the address or in a cookie, if at all. */
    static Sighting of(ServerHttpRequest request, Instant now) {
        String agent =
                Objects.requireNonNullElse(StorableText.of(request.getHeaders().getFirst(HttpHeaders.USER_AGENT)), "");
        return new Sighting(
                now,
                Actors.address(request),
                agent.substring(0, Math.min(BrowserName.LONGEST, agent.length())),
                size(request));
    }

    private static @Nullable Size size(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(Viewports.COOKIE);
        Viewport viewport = Viewports.of(
                request.getQueryParams().getFirst("size"), cookie == null ? null : cookie.getValue(), false);
        return viewport.told() ? new Size(viewport.width(), viewport.height()) : null;
    }

    /** What the browser is called, for people. */
    public String browser() {
        return BrowserName.of(agent);
    }

    /** A browser that does not say its size this time has the one that it had. */
    Sighting after(@Nullable Sighting former) {
        return size != null || former == null ? this : new Sighting(at, address, agent, former.size);
    }
}
