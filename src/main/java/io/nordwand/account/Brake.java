package io.nordwand.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Slows guessing of passwords. A name is held up at the address where it was tried too often; an address is held up when
 * it tries many names, and a name everywhere when many addresses try it, except at an address where it signed in lately,
 * so that nobody can lock out somebody else. Nothing is held up for longer than the pause after the last try.
 */
@Component
class Brake {

    private static final int WIDE = 6;
    private static final int ENTRIES = 50_000;

    private final int tries;
    private final Cache<String, Integer> failures;
    private final Cache<String, Boolean> known;

    Brake(AccountProperties properties, Clock clock) {
        Ticker ticker = () -> clock.millis() * 1_000_000;
        this.tries = properties.tries();
        this.failures = Caffeine.newBuilder()
                .expireAfterWrite(properties.pause())
                .maximumSize(ENTRIES)
                .ticker(ticker)
                .build();
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofDays(30))
                .maximumSize(ENTRIES)
                .ticker(ticker)
                .build();
    }

    /** Whether this name may be tried from this address now. */
    boolean allows(String name, String address) {
        boolean familiar = known.getIfPresent(pair(name, address)) != null;
        return count(pair(name, address)) < tries
                && count("address " + address) < tries * WIDE
                && (familiar || count("name " + key(name)) < tries * WIDE);
    }

    void failed(String name, String address) {
        add(pair(name, address));
        add("address " + address);
        add("name " + key(name));
    }

    void succeeded(String name, String address) {
        known.put(pair(name, address), true);
        failures.invalidate(pair(name, address));
    }

    private int count(String key) {
        Integer count = failures.getIfPresent(key);
        return count == null ? 0 : count;
    }

    private void add(String key) {
        failures.asMap().merge(key, 1, Integer::sum);
    }

    private static String pair(String name, String address) {
        return "pair " + key(name) + " " + address;
    }

    /** Names are kept short: what is tried is not trusted. */
    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(64, lower.length()));
    }
}
