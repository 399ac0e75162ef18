package io.nordwand.simulator.api;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A request that has found its route. */
record Call(Map<String, String> variables, Query query, Body body, Links links) {

    private static final String UUID_SHAPE = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** The id of that name in the path. */
    UUID id(String name) {
        String value = variables.getOrDefault(name, "");
        return uuid(value, () -> new Invalid(name + " is not a UUID: " + value));
    }

    static UUID uuid(String value, Supplier<? extends RuntimeException> otherwise) {
        if (!value.matches(UUID_SHAPE)) {
            throw otherwise.get();
        }
        return UUID.fromString(value);
    }

    /** An id in the path that is none; operations without a 400 answer it as not found. */
    static final class Invalid extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message, null, false, false);
        }
    }
}
