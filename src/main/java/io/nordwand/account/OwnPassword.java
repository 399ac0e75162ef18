package io.nordwand.account;

import io.nordwand.audit.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Changes the password of whoever asks, if they know the current one: a session that was left open is not enough.
 * Guesses count as wrong sign-ins.
 */
@Component
class OwnPassword {

    private final Changes changes;
    private final PasswordEncoder passwords;
    private final Brake brake;

    OwnPassword(Changes changes, PasswordEncoder passwords, Brake brake) {
        this.changes = changes;
        this.passwords = passwords;
        this.brake = brake;
    }

    /** Ends in the account as it is then, or in a {@link RefusedException}. */
    Mono<Account> change(Actor actor, Account own, String current, String wanted, String again) {
        return Mono.fromCallable(() -> {
                    Refusal refusal = against(actor, own, current, wanted, again);
                    if (refusal != null) {
                        throw new RefusedException(refusal);
                    }
                    return own;
                })
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(account -> changes.password(actor, account, wanted));
    }

    private @Nullable Refusal against(Actor actor, Account own, String current, String wanted, String again) {
        if (own.demo()) {
            return Refusal.DEMO;
        }
        if (!brake.allows(own.name(), actor.address())) {
            return Refusal.HELD_UP;
        }
        if (current.length() > PasswordRules.LONGEST || !passwords.matches(current, own.hash())) {
            brake.failed(own.name(), actor.address());
            return Refusal.PASSWORD_WRONG;
        }
        brake.succeeded(own.name(), actor.address());
        if (!wanted.equals(again)) {
            return Refusal.PASSWORD_REPEAT;
        }
        return wanted.equals(current) ? Refusal.PASSWORD_SAME : PasswordRules.against(own.name(), wanted);
    }
}
