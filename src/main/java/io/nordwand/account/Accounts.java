package io.nordwand.account;

import io.nordwand.database.Database;
import io.nordwand.farm.EigerAccess;
import io.nordwand.web.Role;
import io.nordwand.web.Sessions;
import io.nordwand.web.Viewer;
import io.nordwand.web.Viewers;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * All accounts as they are now, read once at start and replaced whole by each change, so that neither a sign-in nor a
 * request ever waits for the database. The simulated farm has three more that its sign-in page shows; they exist
 * nowhere else. Says of each session whether it still counts.
 */
@Component
class Accounts implements Viewers, Sessions {

    private final Sinks.Many<Roster> changes = Sinks.many().replay().latest();
    private volatile Roster roster;

    Accounts(Database database, PasswordEncoder passwords, ObjectProvider<EigerAccess> access, Clock clock) {
        EigerAccess eiger = access.getIfAvailable();
        Stream<Account> demo = eiger == null || !eiger.simulated()
                ? Stream.of()
                : Arrays.stream(Role.values())
                        .map(role -> Account.demo(role, String.valueOf(passwords.encode(role.key())), clock.instant()));
        List<Account> stored = Objects.requireNonNull(database.now(AccountTable::all));
        this.roster = Roster.of(Stream.concat(demo, stored.stream()).toList());
        changes.emitNext(roster, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    Roster current() {
        return roster;
    }

    /** The current ones, then those after each change; a slow reader may miss some, but not the last. */
    Flux<Roster> updates() {
        return changes.asFlux().onBackpressureLatest();
    }

    /** Takes in what was stored. */
    void replace(Account account) {
        change(before -> before.with(account));
    }

    /** One at a time, so that no change is lost and everyone hears of them in order. */
    synchronized void change(UnaryOperator<Roster> change) {
        roster = change.apply(roster);
        changes.emitNext(roster, Sinks.EmitFailureHandler.FAIL_FAST);
    }

    /** The accounts whose passwords the sign-in page shows, least role first; none outside the simulated farm. */
    List<Account> shown() {
        return roster.list().stream()
                .filter(Account::demo)
                .sorted(Comparator.comparing(Account::role))
                .toList();
    }

    @Override
    public List<Viewer> all() {
        return roster.list().stream()
                .filter(Account::enabled)
                .map(Account::viewer)
                .toList();
    }

    @Override
    public Optional<Authentication> current(Authentication signedIn) {
        Ticket ticket = Ticket.of(signedIn);
        if (ticket == null) {
            // Not by a password: whoever let them in answers for them.
            return Optional.of(signedIn);
        }
        Account account = holder(ticket);
        if (account == null) {
            return Optional.empty();
        }
        boolean same = Viewer.of(signedIn).filter(account.viewer()::equals).isPresent();
        return Optional.of(same ? signedIn : signIn(account));
    }

    @Override
    public Mono<Void> end(Authentication signedIn) {
        return updates().filter(now -> current(signedIn).isEmpty()).next().then();
    }

    /** Whose session this is; null when it is over. */
    @Nullable
    Account holder(@Nullable Ticket ticket) {
        Account account = ticket == null ? null : roster.numbered(ticket.account());
        return account != null && ticket != null && account.enabled() && account.epoch() == ticket.epoch()
                ? account
                : null;
    }

    /** What a session holds from now on. */
    static Authentication signIn(Account account) {
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(
                account.name(),
                null,
                Arrays.stream(Role.values())
                        .filter(account.role()::covers)
                        .map(role -> new SimpleGrantedAuthority(role.authority()))
                        .toList());
        token.setDetails(Ticket.of(account));
        return token;
    }
}
