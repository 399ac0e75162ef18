package io.nordwand.account;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a change of an account did not happen; each has a title and a text in the messages. */
enum Refusal {
    NAME_INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    NAME_TAKEN(HttpStatus.CONFLICT),
    PASSWORD_SHORT(HttpStatus.UNPROCESSABLE_CONTENT),
    PASSWORD_LONG(HttpStatus.UNPROCESSABLE_CONTENT),
    PASSWORD_NAME(HttpStatus.UNPROCESSABLE_CONTENT),
    PASSWORD_COMMON(HttpStatus.UNPROCESSABLE_CONTENT),
    PASSWORD_SAME(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The two new ones differ. */
    PASSWORD_REPEAT(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The current one is wrong. */
    PASSWORD_WRONG(HttpStatus.UNPROCESSABLE_CONTENT),
    HELD_UP(HttpStatus.TOO_MANY_REQUESTS),
    /** Nobody would be left who can run the installation. */
    LAST_ADMIN(HttpStatus.CONFLICT),
    /** Somebody would shut out themselves and has not said that they mean it. */
    UNCONFIRMED(HttpStatus.UNPROCESSABLE_CONTENT),
    /** One's own password is changed on the own page, knowing the current one. */
    OWN_RESET(HttpStatus.CONFLICT),
    /** Of the simulated farm. */
    DEMO(HttpStatus.CONFLICT),
    /** Somebody else changed the account since the form was drawn. */
    CHANGED(HttpStatus.CONFLICT),
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

    /** Whether the field of this kind, {@code name} or {@code password}, is to be filled in anew. */
    public boolean concerns(String field) {
        return key().startsWith(field + "-");
    }
}
