package io.nordwand.account;

import io.nordwand.web.Role;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody asks for.
 *
 * @param change what
 * @param id of which account
 * @param version the account's version that they saw
 * @param role the role wanted, or null
 * @param password the new password, or null
 */
record Wish(
        Change change,
        long id,
        long version,
        @Nullable Role role,
        @Nullable String password) {

    static Wish of(Change change, long id, long version) {
        return new Wish(change, id, version, null, null);
    }

    /** Whether the account is already as it should be, so that there is nothing to do. */
    boolean isMetBy(Account account) {
        return switch (change) {
            case ROLE -> account.role() == role;
            case DISABLE -> !account.enabled();
            case ENABLE -> account.enabled();
            case RESET -> false;
        };
    }

    /** Whether it takes something from the account, which then has to sign in again, if it still can. */
    boolean lowers(Account account) {
        return change == Change.DISABLE || (change == Change.ROLE && role != null && !role.covers(account.role()));
    }

    /** The account as it would be. {@code hash} is the encoded password, if there is one. */
    Account appliedTo(Account account, String hash) {
        return switch (change) {
            case ROLE -> account.withRole(role == null ? account.role() : role);
            case DISABLE -> account.withEnabled(false);
            case ENABLE -> account.withEnabled(true);
            case RESET -> account.withHash(hash, true);
        };
    }

    @Override
    public String toString() {
        return "Wish[change=%s, id=%d, version=%d, role=%s]".formatted(change, id, version, role);
    }
}
