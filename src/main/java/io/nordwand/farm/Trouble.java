package io.nordwand.farm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a call to Eiger did not give what was asked, told by kind, each with a sentence for people. */
public sealed interface Trouble {

    /** What happened and what it means, in a sentence for people; holds neither keys nor raw HTML. */
    String sentence();

    /** Eiger's {@code X-Reference-ID} to quote to the vendor's support, or null (field note 11). */
    @Nullable
    String reference();

    /** Keys missing or refused, or API access not enabled (401, 403). */
    record NotAuthorized(String sentence, @Nullable String reference) implements Trouble {}

    /** The thing asked for is not there (404). */
    record NotFound(String sentence, @Nullable String reference) implements Trouble {}

    /** The printer is busy or not ready (409). */
    record Conflict(String sentence, @Nullable String reference) implements Trouble {}

    /** Eiger refused the request itself (other 4xx), so nothing was changed. */
    record Rejected(String sentence, @Nullable String reference) implements Trouble {}

    /** Eiger asks to slow down (429, 503 with Retry-After); {@code retryAfter} is null when it did not say how long. */
    record RateLimited(
            String sentence,
            @Nullable String reference,
            @Nullable Duration retryAfter) implements Trouble {}

    /** Eiger could not be reached or is out of order, and the request is certain not to have taken effect, or was a read. */
    record Unavailable(String sentence, @Nullable String reference) implements Trouble {}

    /** Eiger answered a read with something that can't be understood (HTML, truncated, too large, a redirect). */
    record Unreadable(String sentence, @Nullable String reference) implements Trouble {}

    /** Nordwand did not send a write, since all writing is stopped. */
    record Stopped(String sentence, @Nullable String reference) implements Trouble {}

    /** Nordwand did not send a write, since it could not be taken down first. */
    record NotRecorded(String sentence, @Nullable String reference) implements Trouble {}

    /** A write was sent and no readable answer came: it may or may not have taken effect. Never send it again. */
    record OutcomeUnknown(String sentence, @Nullable String reference) implements Trouble {}
}
