package io.nordwand.kiosk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Codes of browsers that wait to be connected, in memory. Each belongs to the one browser that has its secret, counts for
 * ten minutes and once. There are so many at one address and so many in all: those that come later wait their turn, so
 * that nobody can push out a code which an administrator is about to type; only a browser that no longer asks makes room.
 */
@Component
class Codes {

    /** How long a code counts. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** A browser that was silent for so long shows its code no more; those that live ask every few seconds. */
    static final Duration SILENCE = Duration.ofSeconds(40);

    static final int AT_ONE_ADDRESS = 20;
    static final int IN_ALL = 1000;

    private final Clock clock;
    private final Supplier<String> chance;
    private final Map<String, Waiting> byToken = new HashMap<>();
    private final Map<String, String> tokenByCode = new HashMap<>();

    @Autowired
    Codes(Clock clock) {
        this(clock, Code::made);
    }

    Codes(Clock clock, Supplier<String> chance) {
        this.clock = clock;
        this.chance = chance;
    }

    /** The browser with this secret, of which this is a sign of life; null when its code has ended, or there is none. */
    synchronized @Nullable Waiting waiting(String tokenHash, Sighting sighting) {
        Waiting waiting = byToken.get(tokenHash);
        if (waiting == null || !waiting.until().isAfter(clock.instant())) {
            return null;
        }
        Waiting seen = waiting.seen(sighting);
        byToken.put(tokenHash, seen);
        return seen;
    }

    /** A code for a browser with a new secret; null when too many wait at its address or in all. */
    synchronized @Nullable Waiting begin(String tokenHash, Sighting sighting) {
        Instant now = clock.instant();
        List.copyOf(byToken.values()).stream()
                .filter(each -> !each.until().isAfter(now))
                .forEach(this::drop);
        String address = Neighbourhood.of(sighting.address());
        List<Waiting> here = byToken.values().stream()
                .filter(each -> Neighbourhood.of(each.sighting().address()).equals(address))
                .toList();
        if ((here.size() >= AT_ONE_ADDRESS && !makesRoom(here, now))
                || (byToken.size() >= IN_ALL && !makesRoom(List.copyOf(byToken.values()), now))) {
            return null;
        }
        String code = chance.get();
        while (tokenByCode.containsKey(code)) {
            code = chance.get();
        }
        Waiting waiting = new Waiting(code, tokenHash, now, now.plus(LIFE), sighting);
        byToken.put(tokenHash, waiting);
        tokenByCode.put(code, tokenHash);
        return waiting;
    }

    /** Who waits with this code; null for none. */
    synchronized @Nullable Waiting find(String code) {
        String token = tokenByCode.get(code);
        Waiting waiting = token == null ? null : byToken.get(token);
        return waiting == null || !waiting.until().isAfter(clock.instant()) ? null : waiting;
    }

    /**
     * Who waits with this code, which counts no more; null when somebody else was faster. The browser still waits, until it
     * is said what came of it: if it were given another secret meanwhile, the screen that it becomes would be nobody's.
     */
    synchronized @Nullable Waiting take(String code) {
        Waiting waiting = find(code);
        tokenByCode.remove(code);
        return waiting;
    }

    /** It is connected now. */
    synchronized void end(Waiting taken) {
        drop(taken);
    }

    /** After all, nothing came of it: the code counts again to its end. */
    synchronized void giveBack(Waiting taken) {
        byToken.putIfAbsent(taken.tokenHash(), taken);
        tokenByCode.putIfAbsent(taken.code(), taken.tokenHash());
    }

    /** How many wait. */
    synchronized int size() {
        return byToken.size();
    }

    private boolean makesRoom(List<Waiting> among, Instant now) {
        Waiting quietest = among.stream()
                .min(Comparator.comparing(each -> each.sighting().at()))
                .filter(each -> each.sighting().at().plus(SILENCE).isBefore(now))
                .orElse(null);
        if (quietest != null) {
            drop(quietest);
        }
        return quietest != null;
    }

    private void drop(Waiting waiting) {
        byToken.remove(waiting.tokenHash());
        tokenByCode.remove(waiting.code());
    }
}
