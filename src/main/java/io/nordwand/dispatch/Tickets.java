package io.nordwand.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.farm.PrinterId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Hands out one-time action ids. All pages that a session draws of one place (a printer, a build to send) carry the same
 * id until it is used, so of a double click, a reload and a second tab only one can act; the next page drawn gets a new id. An id that was dropped
 * for lack of room is no longer good, which is safe: nothing is sent then.
 */
@Component
class Tickets {

    private static final int MOST = 50_000;

    private record Place(String session, String place) {}

    private final Cache<Place, String> current = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofHours(24))
            .build();

    /** The place of all forms about one printer. */
    static String at(PrinterId printer) {
        return "printer " + printer.value();
    }

    /** The id that this session's forms about this place carry now. */
    String current(String session, String place) {
        return current.get(new Place(session, place), key -> UUID.randomUUID().toString());
    }

    /** Whether the id is the one that this session's forms about this place carry now. */
    boolean good(String session, String place, String ticket) {
        return ticket.equals(current.getIfPresent(new Place(session, place)));
    }

    /** Uses the id up; false when it was used before or never given to this session. */
    boolean use(String session, String place, String ticket) {
        return current.asMap().remove(new Place(session, place), ticket);
    }
}
