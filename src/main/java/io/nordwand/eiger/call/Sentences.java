package io.nordwand.eiger.call;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The sentences for people, from {@code messages.properties} under {@code eiger.}. */
public final class Sentences {

    private final MessageSource messages;

    public Sentences(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence {@code eiger.<key>}. */
    public String say(String key, Object... values) {
        return messages.getMessage("eiger." + key, values, Locale.ENGLISH);
    }

    /** The sentence of this operation, or the general one. */
    String say(Operation operation, String key, Object... values) {
        @Nullable String own = messages.getMessage("eiger." + key + "." + operation.id(), values, null, Locale.ENGLISH);
        return own == null ? say(key, values) : own;
    }
}
