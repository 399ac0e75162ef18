package io.nordwand.dispatch;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** Reads what a form or an address must have; 400 where it does not. */
final class Field {

    private static final int LONGEST = 200;

    private Field() {}

    static String required(MultiValueMap<String, String> form, String name) {
        return id(form.getFirst(name), name);
    }

    /** Ids are foreign, but never blank, endless or with control characters. */
    static String id(@Nullable String value, String name) {
        if (value == null
                || value.isBlank()
                || value.length() > LONGEST
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The request lacks a usable " + name);
        }
        return value;
    }
}
