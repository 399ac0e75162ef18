package io.nordwand.account;

import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param id its row; below zero for the accounts of the simulated farm, which have none
 * @param name user name
 * @param role what they may do
 * @param hash encoded password
 * @param enabled whether they may sign in
 * @param mustChange whether somebody else made the password, so that it has to be changed before anything else
 * @param version counts changes; a form carries the one that it was drawn from
 * @param epoch counts what ends all sessions; a session carries the one that it began with
 * @param created when and by whom it was made
 * @param changed the last change, or null
 * @param signedInAt last sign-in, or null
 */
record Account(
        long id,
        String name,
        Role role,
        String hash,
        boolean enabled,
        boolean mustChange,
        long version,
        long epoch,
        Mark created,
        @Nullable Mark changed,
        @Nullable Instant signedInAt) {

    /** When something was done, and by whom. */
    record Mark(Instant at, String by) {}

    /** One of the simulated farm, which is not stored and whose password is its name. */
    static Account demo(Role role, String hash, Instant now) {
        return new Account(
                -1L - List.of(Role.values()).indexOf(role),
                role.key(),
                role,
                hash,
                true,
                false,
                0,
                0,
                new Mark(now, ""),
                null,
                null);
    }

    /** A name as it is compared. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Of the simulated farm, not stored. */
    public boolean demo() {
        return id < 0;
    }

    /** Whether this one can run the installation. */
    boolean rules() {
        return enabled && role == Role.ADMIN;
    }

    /** Without anything secret. */
    public Viewer viewer() {
        return new Viewer(name, role);
    }

    Account withRole(Role wanted) {
        long next = wanted.covers(role) ? epoch : epoch + 1;
        return new Account(id, name, wanted, hash, enabled, mustChange, version, next, created, changed, signedInAt);
    }

    Account withEnabled(boolean wanted) {
        long next = wanted ? epoch : epoch + 1;
        return new Account(id, name, role, hash, wanted, mustChange, version, next, created, changed, signedInAt);
    }

    /** With another password, which ends all sessions. */
    Account withHash(String wanted, boolean toBeChanged) {
        return new Account(
                id, name, role, wanted, enabled, toBeChanged, version, epoch + 1, created, changed, signedInAt);
    }

    Account changedBy(Mark mark) {
        return new Account(id, name, role, hash, enabled, mustChange, version + 1, epoch, created, mark, signedInAt);
    }

    /** The same password, encoded in the way of today. */
    Account encodedAs(String wanted) {
        return new Account(id, name, role, wanted, enabled, mustChange, version, epoch, created, changed, signedInAt);
    }

    Account signedIn(@Nullable Instant at) {
        return new Account(id, name, role, hash, enabled, mustChange, version, epoch, created, changed, at);
    }

    @Override
    public String toString() {
        return "Account[id=%d, name=%s, role=%s, enabled=%s, version=%d]".formatted(id, name, role, enabled, version);
    }
}
