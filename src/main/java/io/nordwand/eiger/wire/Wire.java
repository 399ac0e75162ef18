package io.nordwand.eiger.wire;

import java.time.Instant;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The JSON dialect spoken with Eiger: snake case, unknown keys ignored (field note 16), bad values null. */
public final class Wire {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .addHandler(new BadValues())
            .addModule(new SimpleModule("eiger")
                    .addDeserializer(Double.class, new Decimals())
                    .addDeserializer(Instant.class, new Moments())
                    .addDeserializer(Word.class, new Words()))
            .build();

    private Wire() {}

    /** The mapper for requests and answers. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
