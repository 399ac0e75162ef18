package io.nordwand.kiosk;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of one language; layouts need them before a template does, to measure them. */
record Texts(MessageSource messages, Locale locale) {

    String get(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The text of one key, else of the other. */
    String either(String key, String otherwise) {
        String text = messages.getMessage(key, null, null, locale);
        return text == null ? get(otherwise) : text;
    }
}
