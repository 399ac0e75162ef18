package io.nordwand.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import org.springframework.http.codec.ServerSentEvent;

/**
 * Live streams' messages as bytes. One that goes to many viewers is written and compressed once: it is known again by
 * the very same object that all of them are given (see {@link Differences}).
 */
final class Events {

    /** By the text of a message, or by the whole event where it says more than its text; both compared by identity. */
    private final Cache<Object, Parcel> parcels =
            Caffeine.newBuilder().weakKeys().build();

    /** The bytes of one message. */
    Parcel parcel(ServerSentEvent<?> event) {
        Object data = event.data();
        boolean bare = event.event() == null && event.id() == null && event.retry() == null && event.comment() == null;
        return parcels.get(
                bare && data != null ? data : event,
                same -> Parcel.of(text(event).getBytes(StandardCharsets.UTF_8)));
    }

    /** As the standard has it; a message of several lines names its field on each of them. */
    private static String text(ServerSentEvent<?> event) {
        Object data = event.data();
        return event.format() + (data == null ? "" : data.toString().replace("\n", "\ndata:") + "\n") + "\n";
    }
}
