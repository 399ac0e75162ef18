package io.nordwand.web;

import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Makes a page's regions into its one live stream: adds the heartbeat by which a browser notices a frozen server, and
 * the regions of the frame (freshness, notices, counts in the menu).
 */
@Component
public class LiveStream {

    /**
     * The stream of one page.
     *
     * @param regions rendered regions as they change, each made by {@link #partial}; never errors
     */
    public Flux<ServerSentEvent<String>> of(Flux<String> regions) {
        return regions.map(html -> ServerSentEvent.builder(html).build());
    }

    /**
     * Wraps HTML so that htmx swaps it in at one place.
     *
     * @param target CSS selector, for example {@code #printer-42}
     * @param swap htmx 4 swap, for example {@code outerMorph}, {@code afterend}, {@code delete}
     * @param html the region, may be blank
     */
    public static String partial(String target, String swap, String html) {
        return "<hx-partial hx-target=\"" + target + "\" hx-swap=\"" + swap + "\">" + html + "</hx-partial>";
    }
}
