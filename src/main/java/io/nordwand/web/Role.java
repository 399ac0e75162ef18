package io.nordwand.web;

/** What a signed-in person may do; each role may do all that the ones before it may. */
public enum Role {
    /** Looks. */
    VIEWER,
    /** Works with printers and queues. */
    OPERATOR,
    /** Runs the installation. */
    ADMIN;

    /** Whether somebody in this role may do what {@code required} asks for. */
    public boolean covers(Role required) {
        return compareTo(required) >= 0;
    }
}
