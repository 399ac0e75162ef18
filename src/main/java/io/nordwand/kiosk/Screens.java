package io.nordwand.kiosk;

import io.nordwand.database.Database;
import io.nordwand.web.NaturalOrder;
import io.nordwand.web.WebProperties;
import io.nordwand.web.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * All screens as they are now, read once at start and replaced whole by each change, so that no TV ever waits for the
 * database. A screen that was disconnected is no longer found, from the moment on at which that is stored.
 */
@Component
class Screens {

    /**
     * All screens at one moment.
     *
     * @param byId also those that were disconnected since the start, so that what is late can't bring them back
     * @param byToken those that are connected, by the digest of their token
     */
    private record Hall(Map<Long, Screen> byId, Map<String, Screen> byToken) {

        static Hall of(Map<Long, Screen> byId) {
            return new Hall(
                    byId,
                    byId.values().stream()
                            .filter(Screen::connected)
                            .collect(Collectors.toUnmodifiableMap(Screen::tokenHash, Function.identity())));
        }

        Hall with(List<Screen> changed) {
            Map<Long, Screen> next = new TreeMap<>(byId);
            changed.forEach(screen ->
                    next.merge(screen.id(), screen, (one, other) -> one.revision() > other.revision() ? one : other));
            return of(next);
        }
    }

    private final ScreenTable table;
    private final Display first;
    private final Sinks.Many<List<Screen>> changes = Sinks.many().replay().latest();
    private volatile Hall hall;

    Screens(Database database, WebProperties web) {
        this.first = Display.first(web.locale(), web.zoneOrDefault());
        this.table = new ScreenTable(first);
        List<Screen> stored = Objects.requireNonNull(database.now(table::connected));
        this.hall = Hall.of(Map.of()).with(stored);
        changes.emitNext(current(), Sinks.EmitFailureHandler.FAIL_FAST);
    }

    /** All that are connected, in order of their names. */
    List<Screen> current() {
        return hall.byToken().values().stream()
                .sorted(Comparator.comparing((Screen screen) -> Words.fold(screen.name()), NaturalOrder.FOLDED)
                        .thenComparing(Screen::id))
                .toList();
    }

    /** The current ones, then those after each change; a slow reader may miss some, but not the last. */
    Flux<List<Screen>> changes() {
        return changes.asFlux().onBackpressureLatest();
    }

    /** The screen, or null when it is not connected. */
    @Nullable
    Screen numbered(long id) {
        Screen screen = hall.byId().get(id);
        return screen != null && screen.connected() ? screen : null;
    }

    /** Whose token it is; null for nobody's. */
    @Nullable
    Screen withToken(@Nullable String token) {
        String hash = Token.hash(token);
        return hash == null ? null : hall.byToken().get(hash);
    }

    /**
     * The screen of that token as it is, then as each change leaves it; ends as soon as the token counts no more, with
     * the screen or without it.
     */
    Flux<Screen> following(String token) {
        return changes()
                .map(all -> {
                    Screen screen = withToken(token);
                    return screen == null ? List.<Screen>of() : List.of(screen);
                })
                .takeUntil(List::isEmpty)
                .concatMapIterable(Function.identity())
                .distinctUntilChanged();
    }

    /** Takes in what was stored, one at a time, so that no change is lost and everyone hears of them in order. */
    synchronized void replace(List<Screen> changed) {
        hall = hall.with(changed);
        changes.emitNext(current(), Sinks.EmitFailureHandler.FAIL_FAST);
    }

    ScreenTable table() {
        return table;
    }

    /** What a new screen shows at first. */
    Display first() {
        return first;
    }
}
