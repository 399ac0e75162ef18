package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a request carries, be it JSON or a form (field note 9).
 *
 * @param fields values by name; a form's or a JSON array's repeated values in order
 * @param file an uploaded file; not copied, do not change
 * @param readable whether it could be understood
 */
@SuppressWarnings("ArrayRecordComponent")
public record Body(Map<String, List<String>> fields, byte @Nullable [] file, boolean readable) {

    /** No body. */
    public static final Body NONE = new Body(Map.of(), null, true);

    private static final Body UNREADABLE = new Body(Map.of(), null, false);

    /** A JSON body; an empty one has no fields. */
    public static Body json(byte[] bytes) {
        if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
            return NONE;
        }
        try {
            JsonNode tree = Json.MAPPER.readTree(bytes);
            if (!tree.isObject()) {
                return UNREADABLE;
            }
            Map<String, List<String>> fields = new TreeMap<>();
            tree.properties().forEach(field -> fields.put(field.getKey(), values(field.getValue())));
            return new Body(fields, null, true);
        } catch (JacksonException e) {
            return UNREADABLE;
        }
    }

    private static List<String> values(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> values.add(item.asString("")));
        } else if (!node.isNull()) {
            values.add(node.asString(""));
        }
        return values;
    }

    /** Refuses bodies that can't be read or hold keys that the contract does not know. */
    Body allowing(String... names) {
        if (!readable) {
            throw Refusal.unfit("The body is not a JSON object");
        }
        Set<String> unknown = new LinkedHashSet<>(fields.keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw Refusal.unfit("Unknown field: " + unknown.iterator().next());
        }
        return this;
    }

    @Nullable
    String first(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    UUID id(String name) {
        String value = first(name);
        if (value == null) {
            throw Refusal.unfit("Missing field: " + name);
        }
        return Call.uuid(value, () -> Refusal.unfit(name + " is not a UUID"));
    }

    /** Refuses a date that is none. */
    void checkDate(String name) {
        String value = first(name);
        try {
            if (value != null) {
                LocalDate.parse(value);
            }
        } catch (DateTimeParseException e) {
            throw Refusal.unfit(name + " is not a date", e);
        }
    }
}
