package io.nordwand.dispatch;

/**
 * What every form that changes something carries besides its own fields.
 *
 * @param csrfName parameter name of the CSRF token
 * @param csrfToken the token
 * @param actionId one-time action id; two tabs drawn from the same state carry the same one, so that only one can act
 */
public record Forms(String csrfName, String csrfToken, String actionId) {}
