package io.nordwand.account;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All accounts at one moment.
 *
 * @param byKey by their name as it is compared
 * @param byId by their row
 */
record Roster(Map<String, Account> byKey, Map<Long, Account> byId) {

    static final Roster NOBODY = new Roster(Map.of(), Map.of());

    /** An account of a later name takes the place of an earlier one: what is stored hides what is made up. */
    static Roster of(Collection<Account> accounts) {
        TreeMap<String, Account> byKey = new TreeMap<>();
        accounts.forEach(account -> byKey.put(Account.key(account.name()), account));
        return new Roster(
                Map.copyOf(byKey),
                byKey.values().stream().collect(Collectors.toUnmodifiableMap(Account::id, Function.identity())));
    }

    Optional<Account> named(String name) {
        return Optional.ofNullable(byKey.get(Account.key(name)));
    }

    @Nullable
    Account numbered(long id) {
        return byId.get(id);
    }

    /** In order of their names. */
    List<Account> list() {
        return byKey.values().stream()
                .sorted(Comparator.comparing(account -> Account.key(account.name())))
                .toList();
    }

    /** With this account in place of what it was, unless that is already newer. */
    Roster with(Account account) {
        Account before = byId.get(account.id());
        if (before != null && before.version() > account.version()) {
            return this;
        }
        TreeMap<String, Account> next = new TreeMap<>(byKey);
        next.put(
                Account.key(account.name()),
                before == null ? account : account.signedIn(later(before.signedInAt(), account.signedInAt())));
        return of(next.values());
    }

    /** Whether there is somebody else than this one who can run the installation, in the simulated farm or not. */
    boolean hasAnotherRuler(long id) {
        return byKey.values().stream().anyMatch(account -> account.rules() && account.id() != id && !account.demo());
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
