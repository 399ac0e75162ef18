package io.nordwand.kiosk;

import io.nordwand.web.Access;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Role;
import io.nordwand.web.WebProperties;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/**
 * The wall for somebody who is signed in, with settings from the address: to see what a screen would show, or to show it
 * from a computer at hand. A screen on the wall has settings and a token of its own instead.
 */
@RestController
@Access(Role.VIEWER)
class WallController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final BoardPages pages;
    private final BoardHtml html;
    private final BoardStream stream;
    private final LiveStream liveStream;
    private final WebProperties web;

    WallController(BoardPages pages, BoardHtml html, BoardStream stream, LiveStream liveStream, WebProperties web) {
        this.pages = pages;
        this.html = html;
        this.stream = stream;
        this.liveStream = liveStream;
        this.web = web;
    }

    @GetMapping("/wall")
    ResponseEntity<String> page(
            @RequestParam MultiValueMap<String, String> params,
            @CookieValue(name = Viewports.COOKIE, required = false) @Nullable String told,
            ServerHttpRequest request) {
        Board board = pages.page(display(params), Viewports.of(params.getFirst("size"), told, false), "");
        String query = request.getURI().getRawQuery();
        String events = request.getPath().contextPath().value() + "/wall/events" + (query == null ? "" : "?" + query);
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html.page(board, stream.current(), web.name(), events));
    }

    @GetMapping(path = "/wall/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(
            @RequestParam MultiValueMap<String, String> params,
            @CookieValue(name = Viewports.COOKIE, required = false) @Nullable String told,
            @RequestParam(defaultValue = "-1") long rev,
            @RequestParam(name = "of", required = false) @Nullable String asOf) {
        return liveStream.bare(
                stream.regions(display(params), Viewports.of(params.getFirst("size"), told, false), "", Known.of(rev, asOf)));
    }

    private Display display(MultiValueMap<String, String> params) {
        return WallQuery.display(params, web.locale(), web.zoneOrDefault());
    }
}
