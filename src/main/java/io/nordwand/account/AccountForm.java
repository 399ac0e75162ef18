package io.nordwand.account;

import io.nordwand.web.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the forms of accounts carry.
 *
 * @param name name of a new account
 * @param role the role chosen, or null
 * @param chosen whether a password was chosen; otherwise one is made
 * @param password the chosen one
 */
record AccountForm(String name, @Nullable Role role, boolean chosen, String password) {

    /** Letters and digits first, so that no name looks like something else in a list or a log. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+-]{0,63}");

    /** The audit log's own name for what the program does by itself. */
    private static final String OURS = "nordwand";

    static AccountForm from(MultiValueMap<String, String> form) {
        return new AccountForm(
                value(form, "name").strip(),
                role(form.getFirst("role")).orElse(null),
                "own".equals(form.getFirst("how")),
                value(form, "password"));
    }

    static Optional<Role> role(@Nullable String key) {
        return Arrays.stream(Role.values())
                .filter(role -> role.key().equals(key == null ? "" : key.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Why the name cannot be taken, or null. */
    @Nullable
    Refusal againstName() {
        return NAME.matcher(name).matches() && !Account.key(name).equals(OURS) ? null : Refusal.NAME_INVALID;
    }

    /** Why the password cannot be taken, or null. */
    @Nullable
    Refusal againstPassword(String owner) {
        return chosen ? PasswordRules.against(owner, password) : null;
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "AccountForm[name=" + name + ", role=" + role + "]";
    }
}
