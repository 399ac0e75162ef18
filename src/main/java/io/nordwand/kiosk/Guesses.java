package io.nordwand.kiosk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Slows guessing of codes: after ten that nobody shows, an administrator waits, after fifty all of them do. It ends five
 * minutes after the last one that was wrong; what is refused meanwhile does not count.
 */
@Component
class Guesses {

    static final int OF_ONE = 10;
    static final int OF_ALL = 50;
    static final Duration PAUSE = Duration.ofMinutes(5);

    private static final String ALL = "all";

    private final Cache<String, Integer> wrong;

    Guesses(Clock clock) {
        this.wrong = Caffeine.newBuilder()
                .expireAfterWrite(PAUSE)
                .maximumSize(10_000)
                .ticker(() -> clock.millis() * 1_000_000)
                .build();
    }

    boolean allows(String name) {
        return count("by " + name) < OF_ONE && count(ALL) < OF_ALL;
    }

    void missed(String name) {
        wrong.asMap().merge("by " + name, 1, Integer::sum);
        wrong.asMap().merge(ALL, 1, Integer::sum);
    }

    private int count(String key) {
        Integer count = wrong.getIfPresent(key);
        return count == null ? 0 : count;
    }
}
