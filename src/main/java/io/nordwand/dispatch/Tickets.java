package io.nordwand.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.farm.PrinterId;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Hands out one-time action ids. All pages that a session draws of one printer carry the same id until it is used, so of
 * a double click, a reload and a second tab only one can act; the next page drawn gets a new id.
 */
@Component
class Tickets {

    private record Place(String session, PrinterId printer) {}

    private final Cache<Place, String> current = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(Duration.ofHours(24))
            .build();
    private final Cache<String, Place> issued = Caffeine.newBuilder()
            .maximumSize(400_000)
            .expireAfterWrite(Duration.ofHours(24))
            .build();

    /** The id that this session's forms about this printer carry now. */
    String current(String session, PrinterId printer) {
        Place place = new Place(session, printer);
        String ticket = current.get(place, key -> UUID.randomUUID().toString());
        issued.put(ticket, place);
        return ticket;
    }

    /** Whether the id was given to this session for this printer, used or not. */
    boolean issued(String session, PrinterId printer, String ticket) {
        return new Place(session, printer).equals(issued.getIfPresent(ticket));
    }

    /** Uses the id up; false when it was used before or never given to this session. */
    boolean use(String session, PrinterId printer, String ticket) {
        return current.asMap().remove(new Place(session, printer), ticket);
    }
}
