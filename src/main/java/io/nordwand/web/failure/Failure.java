package io.nordwand.web.failure;

import io.nordwand.farm.Trouble;
import io.nordwand.web.Role;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Why a request got no answer of its own, as people are told.
 *
 * @param status HTTP status
 * @param kind which sentences fit
 * @param required the role that was missing, or null
 * @param sentence what the farm's source said, or blank
 * @param reference Eiger's reference id, or blank
 */
public record Failure(
        HttpStatusCode status, Kind kind, @Nullable Role required, String sentence, String reference) {

    /** What happened; each has a title and a text in the messages. */
    public enum Kind {
        /** There is nothing at this address. */
        NOT_FOUND,
        /** The viewer's role is too low. */
        ROLE,
        /** Nobody may go there. */
        CLOSED,
        /** A form with a token of a page that is too old. */
        STALE_FORM,
        /** The request itself makes no sense. */
        BAD_REQUEST,
        /** Eiger did not give what the page needs; the farm's sentence says why. */
        EIGER,
        /** A write to Eiger got no readable answer. */
        UNKNOWN_OUTCOME,
        /** The program failed while it only looked something up. */
        BROKEN,
        /** The program failed in the middle of changing something. */
        BROKEN_WRITE;

        /** Key for messages: {@code not-found} and so on. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A failure that needs no more words. */
    public static Failure of(HttpStatusCode status, Kind kind) {
        return new Failure(status, kind, null, "", "");
    }

    /** Somebody whose role is lower than {@code required}. */
    public static Failure role(Role required) {
        return new Failure(HttpStatus.FORBIDDEN, Kind.ROLE, required, "", "");
    }

    /** What the farm's source said. */
    static Failure of(Trouble trouble) {
        boolean unknown = trouble instanceof Trouble.OutcomeUnknown;
        String reference = trouble.reference();
        return new Failure(
                status(trouble),
                unknown ? Kind.UNKNOWN_OUTCOME : Kind.EIGER,
                null,
                trouble.sentence(),
                reference == null ? "" : reference);
    }

    private static HttpStatus status(Trouble trouble) {
        if (trouble instanceof Trouble.NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        if (trouble instanceof Trouble.Conflict || trouble instanceof Trouble.Rejected) {
            return HttpStatus.CONFLICT;
        }
        return trouble instanceof Trouble.OutcomeUnknown ? HttpStatus.BAD_GATEWAY : HttpStatus.SERVICE_UNAVAILABLE;
    }
}
