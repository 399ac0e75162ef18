package io.nordwand.kiosk;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why something about a screen did not happen; each has a title and a text in the messages. */
enum Refusal {
    NAME_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    NAME_TAKEN(HttpStatus.CONFLICT),
    /** A setting makes no sense; the field says which. */
    SETTINGS(HttpStatus.UNPROCESSABLE_CONTENT),
    /** A code has six characters of a certain alphabet. */
    CODE_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /** No browser shows this code, any more or at all. */
    CODE_UNKNOWN(HttpStatus.NOT_FOUND),
    /** Too many wrong codes. */
    HELD_UP(HttpStatus.TOO_MANY_REQUESTS),
    MESSAGE_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /** Somebody else changed the screen since the form was drawn. */
    CHANGED(HttpStatus.CONFLICT),
    /** It was disconnected since. */
    GONE(HttpStatus.CONFLICT),
    /** The intent could not be stored in the audit log. */
    NOT_AUDITED(HttpStatus.SERVICE_UNAVAILABLE),
    /** The database did not take it. */
    NOT_STORED(HttpStatus.SERVICE_UNAVAILABLE),
    /** The database's answer was lost, and reading does not work either. */
    UNKNOWN(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Refusal(HttpStatus status) {
        this.status = status;
    }

    /** Status of the answer. */
    public HttpStatus status() {
        return status;
    }

    /** Key for messages: {@code name-taken} and so on. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
