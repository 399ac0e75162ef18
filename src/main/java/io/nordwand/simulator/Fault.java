package io.nordwand.simulator;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with calls.
 *
 * @param kind what goes wrong
 * @param operation operationId of the calls, {@code *} for any text in it; {@code files} for signed links
 * @param calls how many calls it hits, or null for all until it is cleared
 * @param applied whether the call takes effect before it goes wrong; else it never does, and a slow call does afterwards
 * @param status status of the answer (kinds STATUS, HTML, GARBAGE and EMPTY)
 * @param retryAfter what {@code Retry-After} says, or null for no such header
 * @param delay how long the answer waits
 */
public record Fault(
        Kind kind,
        String operation,
        @Nullable Integer calls,
        boolean applied,
        int status,
        @Nullable Duration retryAfter,
        Duration delay) {

    /** What can go wrong. */
    public enum Kind {
        /** A late answer, otherwise right. */
        SLOW,
        /** A failure status, with Eiger's error body. */
        STATUS,
        /** The connection is cut without an answer. */
        DROP,
        /** Bytes that are no JSON. */
        GARBAGE,
        /** A web page, as proxies send it. */
        HTML,
        /** The true answer, cut off in the middle. */
        TRUNCATED,
        /** No body where one belongs. */
        EMPTY;

        /** Its word in the control surface. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A late answer to every call. */
    public static Fault slow(Duration delay) {
        return new Fault(Kind.SLOW, "*", null, true, 200, null, delay);
    }

    /** A failure status to every call, which then does not take effect. */
    public static Fault status(int status) {
        return new Fault(Kind.STATUS, "*", null, false, status, null, Duration.ZERO);
    }

    /** A cut connection for every call, which then does not take effect. */
    public static Fault drop() {
        return new Fault(Kind.DROP, "*", null, false, 0, null, Duration.ZERO);
    }

    /** Nonsense with status 200 in answer to every call, which does take effect. */
    public static Fault garbage() {
        return new Fault(Kind.GARBAGE, "*", null, true, 200, null, Duration.ZERO);
    }

    /** A web page with that status in answer to every call, which then does not take effect. */
    public static Fault html(int status) {
        return new Fault(Kind.HTML, "*", null, false, status, null, Duration.ZERO);
    }

    /** Every true answer cut off; the call does take effect. */
    public static Fault truncated() {
        return new Fault(Kind.TRUNCATED, "*", null, true, 200, null, Duration.ZERO);
    }

    /** Status 200 without a body in answer to every call, which does take effect. */
    public static Fault empty() {
        return new Fault(Kind.EMPTY, "*", null, true, 200, null, Duration.ZERO);
    }

    /** The same for calls of that operation only; {@code *} stands for any text. */
    public Fault on(String operationId) {
        return new Fault(kind, operationId, calls, applied, status, retryAfter, delay);
    }

    /** The same for so many calls. */
    public Fault times(int number) {
        return new Fault(kind, operation, number, applied, status, retryAfter, delay);
    }

    /** The same after the call has taken effect. */
    public Fault afterEffect() {
        return new Fault(kind, operation, calls, true, status, retryAfter, delay);
    }

    /** The same without any effect of the call; a slow call takes effect after the delay, even if nobody waits for it. */
    public Fault beforeEffect() {
        return new Fault(kind, operation, calls, false, status, retryAfter, delay);
    }

    /** The same with a {@code Retry-After} in whole seconds. */
    public Fault retryAfter(Duration wait) {
        return new Fault(kind, operation, calls, applied, status, wait, delay);
    }

    /** The same, and late. */
    public Fault after(Duration wait) {
        return new Fault(kind, operation, calls, applied, status, retryAfter, wait);
    }

    boolean hits(String operationId) {
        String[] texts = operation.split("\\*", -1);
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            pattern.append(i == 0 ? "" : ".*").append(java.util.regex.Pattern.quote(texts[i]));
        }
        return operationId.matches(pattern.toString());
    }
}
