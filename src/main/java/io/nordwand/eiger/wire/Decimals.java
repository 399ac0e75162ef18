package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads every number as a decimal (field note 41), also one written as a string; NaN, infinity and the rest are null. */
final class Decimals extends ValueDeserializer<Double> {

    @Override
    public @Nullable Double deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
            return finite(parser.getDoubleValue());
        }
        if (token == JsonToken.VALUE_STRING) {
            return parsed(parser.getString().strip());
        }
        parser.skipChildren();
        return null;
    }

    private static @Nullable Double parsed(String text) {
        if (!text.matches("[-+]?[0-9]{0,30}\\.?[0-9]{0,30}([eE][-+]?[0-9]{1,3})?")) {
            return null;
        }
        try {
            return finite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
