package io.nordwand.account;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Checks a name and a password. Takes the same time for a name that does not exist, and hashes away from the event
 * loop. That an account is disabled is only told to somebody who knows its password. The token's details are the address
 * that it came from.
 */
@Component
class SignIn implements ReactiveAuthenticationManager {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Brake brake;
    private final Arrivals arrivals;
    private final String nobody;

    SignIn(Accounts accounts, PasswordEncoder passwords, Brake brake, Arrivals arrivals) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.brake = brake;
        this.arrivals = arrivals;
        this.nobody = String.valueOf(passwords.encode("nobody"));
    }

    @Override
    public Mono<Authentication> authenticate(Authentication tried) {
        return Mono.fromCallable(() -> check(tried)).subscribeOn(Schedulers.boundedElastic());
    }

    private Authentication check(Authentication tried) {
        String name = String.valueOf(tried.getPrincipal());
        String password = String.valueOf(tried.getCredentials());
        String address = String.valueOf(tried.getDetails());
        if (!brake.allows(name, address)) {
            throw new LockedException("held up");
        }
        Account account = accounts.current().named(name).orElse(null);
        boolean right = password.length() <= PasswordRules.LONGEST
                && passwords.matches(password, account == null ? nobody : account.hash())
                && account != null;
        if (!right || account == null) {
            brake.failed(name, address);
            throw new BadCredentialsException("wrong");
        }
        brake.succeeded(name, address);
        if (!account.enabled()) {
            throw new DisabledException("disabled");
        }
        arrivals.note(account, password);
        return Accounts.signIn(account);
    }
}
