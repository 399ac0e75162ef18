package io.nordwand.eiger.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Tells a key with null from a missing key. */
final class Words extends ValueDeserializer<Word> {

    @Override
    public @Nullable Word deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken().isScalarValue()) {
            return new Word(parser.getString());
        }
        parser.skipChildren();
        return null;
    }

    @Override
    public Word getNullValue(DeserializationContext context) {
        return new Word(null);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
