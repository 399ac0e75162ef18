package io.nordwand.kiosk;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Audit;
import io.nordwand.audit.Deed;
import io.nordwand.audit.DeedId;
import io.nordwand.audit.OpenDeed;
import io.nordwand.audit.Outcome;
import io.nordwand.audit.Witnessing;
import io.nordwand.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Changes screens, each change in one transaction that looks again at what it rests on, taken down in the audit log before
 * and after. All methods end in the screens as they are now, or in a {@link RefusedException}.
 */
@Component
class ScreenChanges implements Witnessing.Trace<List<Screen>>, SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ScreenChanges.class);
    private static final String OURS = "screen.";

    private final Screens screens;
    private final ScreenTable table;
    private final Database database;
    private final Clock clock;
    private final MessageSource messages;
    private final Witnessing<List<Screen>> witness;

    ScreenChanges(Screens screens, Database database, Audit audit, Clock clock, MessageSource messages) {
        this.screens = screens;
        this.table = screens.table();
        this.database = database;
        this.clock = clock;
        this.messages = messages;
        this.witness = new Witnessing<>(audit, database, this);
    }

    /** Connects a browser as a new screen. */
    Mono<Screen> pair(Actor actor, Waiting waiting, String name, Display display) {
        Screen made = Screen.made(name, waiting.tokenHash(), display, mark(actor));
        return done(
                        deed(actor, "pair", name, waiting.sighting().address()),
                        (jdbc, deed) -> List.of(table.insert(jdbc, made, deed)))
                .map(all -> all.get(0));
    }

    /** Connects a browser in place of the one that a screen had, which then sees nothing any more. */
    Mono<Screen> replace(Actor actor, Waiting waiting, Screen seen) {
        return one(
                deed(actor, "replace", seen.name(), waiting.sighting().address()),
                seen.id(),
                before -> before.movedTo(waiting.tokenHash(), mark(actor)));
    }

    /** Changes name and display, unless somebody else did since that version. */
    Mono<Screen> edit(Actor actor, Screen seen, long version, String name, Display display) {
        String words = name.equals(seen.name()) ? "" : "→ " + name;
        return one(deed(actor, "edit", seen.name(), words), seen.id(), before -> {
            if (before.version() != version) {
                throw new RefusedException(Refusal.CHANGED);
            }
            return before.edited(name, display, mark(actor));
        });
    }

    /** Disconnects a screen for good. */
    Mono<Screen> revoke(Actor actor, Screen seen) {
        return one(deed(actor, "revoke", seen.name(), ""), seen.id(), before -> before.revokedAt(clock.instant()));
    }

    /** Lets a screen tell its name for a while. */
    Mono<Screen> identify(Actor actor, Screen seen) {
        return one(deed(actor, "identify", seen.name(), ""), seen.id(), before -> before.identifiedAt(clock.instant()));
    }

    /** Lets a screen load its page anew. */
    Mono<Screen> reload(Actor actor, Screen seen) {
        return one(deed(actor, "reload", seen.name(), ""), seen.id(), Screen::reloaded);
    }

    /**
     * Puts a line on a screen, or on all of them; null takes it away. Those on which nothing changes stay as they are.
     *
     * @param seen the screen, or null for all
     */
    Mono<List<Screen>> say(Actor actor, @Nullable Screen seen, @Nullable FloorMessage message) {
        String subject = seen == null ? messages.getMessage("screens.all", null, Locale.ENGLISH) : seen.name();
        String operation = message == null ? "silence" : "message";
        return done(deed(actor, operation, subject, message == null ? "" : message.text()), (jdbc, deed) -> {
            List<Screen> there = table.held(jdbc).stream()
                    .filter(screen -> seen == null || screen.id() == seen.id())
                    .toList();
            if (there.isEmpty()) {
                throw new RefusedException(Refusal.GONE);
            }
            return there.stream()
                    .map(screen -> table.update(jdbc, screen.saying(message), deed))
                    .toList();
        });
    }

    private Mono<Screen> one(Deed deed, long id, Function<Screen, Screen> edit) {
        return done(deed, (jdbc, made) -> {
                    Screen before = table.held(jdbc).stream()
                            .filter(screen -> screen.id() == id)
                            .findFirst()
                            .orElseThrow(() -> new RefusedException(Refusal.GONE));
                    return List.of(table.update(jdbc, edit.apply(before), made));
                })
                .map(all -> all.get(0));
    }

    /** Goes on to its end even when the browser that asked has left. */
    private Mono<List<Screen>> done(Deed deed, BiFunction<JdbcClient, DeedId, List<Screen>> work) {
        return Mono.defer(() -> Mono.fromFuture(
                witness.watch(deed, id -> database.call(jdbc -> work.apply(jdbc, id)), screens::replace)
                        .doOnNext(screens::replace)
                        .toFuture(),
                true));
    }

    /** Finds out what became of the changes that were under way when the program ended. */
    @Override
    public void afterSingletonsInstantiated() {
        witness.lookBack(OURS)
                .onErrorResume(problem -> {
                    log.warn("What became of earlier changes of screens could not be found out", problem);
                    return Mono.empty();
                })
                .toFuture()
                .join();
    }

    @Override
    public @Nullable List<Screen> made(JdbcClient jdbc, Deed deed, DeedId id) {
        List<Screen> made = table.madeBy(jdbc, id);
        return made.isEmpty() ? null : made;
    }

    @Override
    public Outcome.Kind found(JdbcClient jdbc, OpenDeed open) {
        return table.madeBy(jdbc, open.id()).isEmpty() ? Outcome.Kind.FOUND_NOT_DONE : Outcome.Kind.FOUND_DONE;
    }

    @Override
    public @Nullable String refusal(Throwable problem) {
        return problem instanceof RefusedException refused
                ? messages.getMessage("screens.refusal." + refused.refusal().key() + ".title", null, Locale.ENGLISH)
                : null;
    }

    @Override
    public RuntimeException told(Witnessing.Fault fault) {
        return new RefusedException(Refusal.valueOf(fault.name()));
    }

    private Screen.Mark mark(Actor actor) {
        Instant now = clock.instant();
        return new Screen.Mark(now, actor.name());
    }

    private static Deed deed(Actor actor, String operation, String name, String seen) {
        return new Deed(UUID.randomUUID().toString(), actor, OURS + operation, null, "", null, name, null, seen);
    }
}
