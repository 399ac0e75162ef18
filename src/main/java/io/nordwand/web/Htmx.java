package io.nordwand.web;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.InvalidMimeTypeException;

/** Tells what kind of asker a request comes from. */
public final class Htmx {

    private static final String STREAM = "/events";

    private Htmx() {}

    /** Whether htmx asks, not the browser itself. */
    public static boolean asks(ServerHttpRequest request) {
        return "true".equals(request.getHeaders().getFirst("HX-Request"));
    }

    /** Whether a live stream is at this address. */
    public static boolean isStream(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication().value().endsWith(STREAM);
    }

    /** Whether a live stream is asked for; all of them end in {@code /events}. */
    public static boolean wantsStream(ServerHttpRequest request) {
        return accepts(request, MediaType.TEXT_EVENT_STREAM, false) && (isStream(request) || !asks(request));
    }

    /** Whether a page is a fitting answer; also when the asker did not say. */
    public static boolean wantsPage(ServerHttpRequest request) {
        return accepts(request, MediaType.TEXT_HTML, true) && !wantsStream(request);
    }

    private static boolean accepts(ServerHttpRequest request, MediaType type, boolean otherwise) {
        try {
            List<MediaType> accepted = request.getHeaders().getAccept();
            if (accepted.isEmpty()) {
                return otherwise;
            }
            boolean image = accepted.get(0).getType().equals("image");
            return accepted.stream()
                    .anyMatch(range -> (otherwise && !image) ? range.includes(type) : range.equalsTypeAndSubtype(type));
        } catch (InvalidMediaTypeException | InvalidMimeTypeException unreadable) {
            return otherwise;
        }
    }

    /** The Accept header as it stands. */
    public static String accept(ServerHttpRequest request) {
        return String.valueOf(request.getHeaders().getFirst(HttpHeaders.ACCEPT));
    }
}
