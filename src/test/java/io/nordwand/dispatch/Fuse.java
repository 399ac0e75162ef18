package io.nordwand.dispatch;

import java.util.Random;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Ends the program at its n-th contact with the world outside, just before or just after it. From then on nothing that the
 * program does reaches anybody.
 */
final class Fuse {

    private final Random random;
    private int left;
    private boolean dead;

    Fuse(Random random, int left) {
        this.random = random;
        this.left = left;
    }

    boolean dead() {
        return dead;
    }

    <T> Mono<T> guard(Supplier<Mono<T>> contact) {
        return Mono.defer(() -> {
            if (dead) {
                return Mono.never();
            }
            left--;
            if (left > 0) {
                return contact.get();
            }
            dead = true;
            return random.nextBoolean() ? contact.get().then(Mono.never()) : Mono.never();
        });
    }

    void guard(Runnable contact) {
        if (dead) {
            return;
        }
        left--;
        dead = left <= 0;
        if (!dead || random.nextBoolean()) {
            contact.run();
        }
    }
}
