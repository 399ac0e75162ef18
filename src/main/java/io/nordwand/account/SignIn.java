package io.nordwand.account;

import io.nordwand.web.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Checks a name and a password. Takes the same time for a name that does not exist, and hashes away from the event
 * loop. The token's details are the address that it came from.
 */
@Component
class SignIn implements ReactiveAuthenticationManager {

    private static final int LONGEST = 512;

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Brake brake;
    private final String nobody;

    SignIn(Accounts accounts, PasswordEncoder passwords, Brake brake) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.brake = brake;
        this.nobody = passwords.encode("nobody");
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
        Account account = accounts.named(name).orElse(null);
        boolean right = password.length() <= LONGEST
                && passwords.matches(password, account == null ? nobody : account.hash())
                && account != null;
        if (!right || account == null) {
            brake.failed(name, address);
            throw new BadCredentialsException("wrong");
        }
        brake.succeeded(name, address);
        return UsernamePasswordAuthenticationToken.authenticated(account.name(), null, authorities(account.role()));
    }

    private static List<SimpleGrantedAuthority> authorities(Role role) {
        return Arrays.stream(Role.values())
                .filter(role::covers)
                .map(Role::authority)
                .map(SimpleGrantedAuthority::new)
                .toList();
    }
}
