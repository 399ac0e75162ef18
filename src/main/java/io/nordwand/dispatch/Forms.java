package io.nordwand.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What every form that changes something carries besides its own fields.
 *
 * @param csrfName parameter name of the CSRF token
 * @param csrfToken the token
 * @param actionId one-time action id; two tabs drawn from the same state carry the same one, so that only one can act
 * @param stopped why nothing may be sent, so that their buttons are off; or null
 */
public record Forms(
        String csrfName,
        String csrfToken,
        String actionId,
        @Nullable Stop stopped) {

    /** While writing is allowed. */
    public Forms(String csrfName, String csrfToken, String actionId) {
        this(csrfName, csrfToken, actionId, null);
    }
}
