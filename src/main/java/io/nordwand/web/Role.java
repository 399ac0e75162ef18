package io.nordwand.web;

import java.util.Locale;

/** What a signed-in person may do; each role may do all that the ones before it may. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Works with printers and queues. */
    OPERATOR,
    /** Runs the installation. */
    ADMIN;

    /** Its name among Spring Security's authorities, {@code ROLE_VIEWER} and so on. */
    public String authority() {
        return "ROLE_" + name();
    }

    /** Key for messages and attributes: {@code viewer}, {@code operator}, {@code admin}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody in this role may do what {@code required} asks for. */
    public boolean covers(Role required) {
        return compareTo(required) >= 0;
    }
}
