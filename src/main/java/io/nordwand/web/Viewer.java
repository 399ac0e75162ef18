package io.nordwand.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/**
 * Who looks at the page.
 *
 * @param name user name
 * @param role their role
 */
public record Viewer(String name, Role role) {

    /** Whether they may work with printers and queues; in templates {@code viewer.operator}. */
    public boolean isOperator() {
        return role.covers(Role.OPERATOR);
    }

    /** Whether they run the installation. */
    public boolean isAdmin() {
        return role.covers(Role.ADMIN);
    }

    /** First letters for the avatar. */
    public String initials() {
        return name.substring(0, Math.min(2, name.length())).toUpperCase(Locale.ROOT);
    }

    /** Who an authentication stands for, with the highest of its roles; empty when it has none of ours. */
    public static Optional<Viewer> of(Authentication authentication) {
        return Arrays.stream(Role.values())
                .filter(role -> authentication.isAuthenticated() && holds(authentication, role))
                .max(Comparator.naturalOrder())
                .map(role -> new Viewer(authentication.getName(), role));
    }

    private static boolean holds(Authentication authentication, Role role) {
        return authentication.getAuthorities().stream()
                .anyMatch(authority -> role.authority().equals(authority.getAuthority()));
    }
}
