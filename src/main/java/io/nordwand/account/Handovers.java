package io.nordwand.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries a sentence, and maybe a password, over the redirect after a form. It is here and not in the session or the
 * address so that a password is never stored or logged, and is gone as soon as it was shown.
 */
@Component
class Handovers {

    private final Cache<String, Handover> waiting;

    Handovers(Clock clock) {
        this.waiting = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofMinutes(5))
                .maximumSize(1000)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    void leave(String session, Handover handover) {
        waiting.put(session, handover);
    }

    /** What was left for this session; the next time there is nothing. */
    @Nullable
    Handover take(String session) {
        return waiting.asMap().remove(session);
    }
}
