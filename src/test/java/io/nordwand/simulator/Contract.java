package io.nordwand.simulator;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolverFactory;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks answers against the contract, tolerating exactly the deviations that are on record. */
final class Contract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator.createForSpecificationUrl(
                    "eiger/openapi.yaml")
            .withBasePathOverride("/api/v3")
            .withLevelResolver(LevelResolverFactory.withAdditionalPropertiesIgnored())
            .build();

    /** {@code x-seen-beyond-enum} of the contract, by field. */
    private static final Map<String, Set<String>> SEEN_BEYOND_ENUM =
            Map.of("device_type", Set.of("FX10", "Sinter-1"), "device_series", Set.of("FX10"));

    /** Words of FurnaceStateEnum, which come in a field that is typed as a printer's state (field note 33). */
    private static final Set<String> FURNACE_STATES =
            Set.of("Running Job", "Finished", "System Cooldown", "Setup Workflow");

    private Contract() {}

    /** What is wrong with the answer; empty when nothing is. */
    static List<String> problems(String method, String path, HttpResponse<byte[]> response) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(response.statusCode());
        response.headers().map().forEach((name, values) -> answer.withHeader(name, values));
        String type = response.headers().firstValue("content-type").orElse("");
        if (type.startsWith("application/json")) {
            answer.withBody(tolerated(JSON.readTree(response.body())).toString());
        } else if (response.body().length > 0) {
            answer.withBody(response.body());
        }
        ValidationReport report = VALIDATOR.validateResponse(
                path.replaceFirst("\\?.*", ""), Request.Method.valueOf(method), answer.build());
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(ValidationReport.Message::toString)
                .toList();
    }

    private static JsonNode tolerated(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(Contract::tolerated);
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> tolerated(field.getValue()));
            SEEN_BEYOND_ENUM.forEach((field, words) -> {
                if (words.contains(object.path(field).asString(""))) {
                    object.put(field, "Unknown");
                }
            });
            if (object.has("device_type")
                    && FURNACE_STATES.contains(object.path("state").asString(""))) {
                object.put("state", "Unknown");
            }
            if (object.has("theta")) {
                // Declared as integers, to be read as decimals (PoseView's x-quirk).
                object.put("x", Math.round(object.path("x").asDouble()));
                object.put("y", Math.round(object.path("y").asDouble()));
            }
        }
        return node;
    }
}
