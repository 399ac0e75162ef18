package io.nordwand.kiosk;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of screens as the program has them, without the rest of it. */
final class ScreenTexts {

    private ScreenTexts() {}

    static Texts in(Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Texts(messages, locale);
    }
}
