package io.nordwand.eiger.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a time with any offset, with a {@code T} or a space between. A time without an offset is null: guessing a zone
 * would show a wrong time as a right one. A year that nothing can have happened in is null too: it stands for "never" or
 * "not set", and neither databases nor pages can count with it.
 */
final class Moments extends ValueDeserializer<Instant> {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parsed(parser.getString().strip());
        }
        parser.skipChildren();
        return null;
    }

    private static @Nullable Instant parsed(String text) {
        try {
            Instant at = OffsetDateTime.parse(text.replaceFirst("(?<=\\d) (?=\\d)", "T"), FORMAT)
                    .toInstant();
            return at.isBefore(EARLIEST) || !at.isBefore(LATEST) ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
