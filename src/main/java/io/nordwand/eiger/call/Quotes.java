package io.nordwand.eiger.call;

import io.nordwand.eiger.wire.ErrorWire;
import io.nordwand.eiger.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What of Eiger's error answers may be shown: short plain text, never HTML, never anything that holds a key or a link. */
final class Quotes {

    private static final int LONGEST = 200;

    private final List<String> secrets;

    Quotes(String accessKey, String secretKey) {
        String pair = accessKey + ":" + secretKey;
        this.secrets = Stream.of(
                        accessKey, secretKey, Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .filter(secret -> !secret.isBlank())
                .toList();
    }

    /** Eiger's own message, or null when there is none that may be quoted. */
    @Nullable
    String message(byte[] body) {
        try {
            ErrorWire error = Wire.mapper().readValue(body, ErrorWire.class);
            return error == null || error.message() == null ? null : plain(error.message());
        } catch (JacksonException e) {
            return null;
        }
    }

    private @Nullable String plain(String message) {
        String text = message.replaceAll("\\s+", " ").strip();
        boolean fit = !text.isEmpty()
                && text.length() <= LONGEST
                && text.codePoints().noneMatch(Quotes::unfit)
                && !text.contains("://");
        return fit && clean(text) ? text : null;
    }

    private static boolean unfit(int codePoint) {
        return codePoint == '<' || codePoint == '>' || Character.isISOControl(codePoint);
    }

    /** Whether the body is a page for people, so that something between us and Eiger is likely to have answered. */
    static boolean isMarkup(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).stripLeading().startsWith("<");
    }

    /** Eiger's reference as it came, if it looks like one; it need not be a number (field note 11). */
    @Nullable
    String reference(@Nullable String reference) {
        return reference != null && reference.strip().matches("[A-Za-z0-9._:+/=-]{1,80}") && clean(reference)
                ? reference.strip()
                : null;
    }

    private boolean clean(String text) {
        return secrets.stream().noneMatch(text::contains);
    }
}
