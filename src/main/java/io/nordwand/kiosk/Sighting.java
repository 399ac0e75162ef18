package io.nordwand.kiosk;

import io.nordwand.audit.Actors;
import io.nordwand.database.StorableText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
record Sighting(Instant at, String address, String agent, @Nullable Size size) {

    /**
     * Size of a page.
     *
     * @param width in CSS pixels
     * @param height in CSS pixels
     */
    record Size(int width, int height) {

        private static final int MOST = 32_768;

        /** Of {@code 1920x1080}; null for anything else. */
        static @Nullable Size of(@Nullable String text) {
            if (text == null || !text.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
                return null;
            }
            int x = text.indexOf('x');
            Size size = new Size(Integer.parseInt(text.substring(0, x)), Integer.parseInt(text.substring(x + 1)));
            return size.width > MOST || size.height > MOST ? null : size;
        }
    }

    /** What a request tells of its browser; the page's script adds its size to the address. */
    static Sighting of(ServerHttpRequest request, Instant now) {
        String agent = Objects.requireNonNullElse(
                StorableText.of(request.getHeaders().getFirst(HttpHeaders.USER_AGENT)), "");
        return new Sighting(
                now,
                Actors.address(request),
                agent.substring(0, Math.min(BrowserName.LONGEST, agent.length())),
                Size.of(request.getQueryParams().getFirst("size")));
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
