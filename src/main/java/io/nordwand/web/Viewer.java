package io.nordwand.web;

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
        return name.substring(0, Math.min(2, name.length())).toUpperCase(java.util.Locale.ROOT);
    }
}
