package io.nordwand.kiosk;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A TV that was connected by an administrator.
 *
 * @param id its row
 * @param name what people call it, unique among those that are connected
 * @param tokenHash SHA-256 of its browser's token, in hex
 * @param display what it shows and how
 * @param message a line for the floor, or null
 * @param identifyAt when somebody last wanted to know which one this is, or null
 * @param reloads counts wishes to load the page anew
 * @param version counts changes of name and display; a form carries the one that it was drawn from
 * @param revision counts all changes, of a later one it is greater
 * @param paired when and by whom it was connected
 * @param changed the last change of name or display, or null
 * @param revokedAt when it was disconnected, or null
 */
record Screen(
        long id,
        String name,
        String tokenHash,
        Display display,
        @Nullable FloorMessage message,
        @Nullable Instant identifyAt,
        long reloads,
        long version,
        long revision,
        Mark paired,
        @Nullable Mark changed,
        @Nullable Instant revokedAt) {

    /** How long a screen tells its name when somebody wants to know. */
    static final Duration TELLS_NAME = Duration.ofSeconds(10);

    /** When something was done, and by whom. */
    record Mark(Instant at, String by) {}

    /** Just connected. */
    static Screen made(String name, String tokenHash, Display display, Mark paired) {
        return new Screen(0, name, tokenHash, display, null, null, 0, 1, 1, paired, null, null);
    }

    /** A name as it is compared. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Whether it still shows something. */
    boolean connected() {
        return revokedAt == null;
    }

    /** The line for the floor that holds at that moment, or null. */
    @Nullable
    FloorMessage messageAt(Instant now) {
        return message != null && message.holds(now) ? message : null;
    }

    /** Whether its name was asked for within that time. */
    boolean tellsName(Instant now, Duration within) {
        return identifyAt != null && now.isBefore(identifyAt.plus(within));
    }

    Screen withId(long given) {
        return new Screen(
                given,
                name,
                tokenHash,
                display,
                message,
                identifyAt,
                reloads,
                version,
                revision,
                paired,
                changed,
                revokedAt);
    }

    Screen edited(String wantedName, Display wanted, Mark mark) {
        return new Screen(
                id,
                wantedName,
                tokenHash,
                wanted,
                message,
                identifyAt,
                reloads,
                version + 1,
                revision + 1,
                paired,
                mark,
                revokedAt);
    }

    /** Another browser in place of the former one. */
    Screen movedTo(String hash, Mark mark) {
        return new Screen(
                id, name, hash, display, message, identifyAt, reloads, version, revision + 1, mark, changed, revokedAt);
    }

    Screen saying(@Nullable FloorMessage wanted) {
        return new Screen(
                id,
                name,
                tokenHash,
                display,
                wanted,
                identifyAt,
                reloads,
                version,
                revision + 1,
                paired,
                changed,
                revokedAt);
    }

    Screen identifiedAt(Instant at) {
        return new Screen(
                id, name, tokenHash, display, message, at, reloads, version, revision + 1, paired, changed, revokedAt);
    }

    Screen reloaded() {
        return new Screen(
                id,
                name,
                tokenHash,
                display,
                message,
                identifyAt,
                reloads + 1,
                version,
                revision + 1,
                paired,
                changed,
                revokedAt);
    }

    Screen revokedAt(Instant at) {
        return new Screen(
                id, name, "", display, null, identifyAt, reloads, version + 1, revision + 1, paired, changed, at);
    }

    @Override
    public String toString() {
        return "Screen[id=%d, name=%s, revision=%d]".formatted(id, name, revision);
    }
}
