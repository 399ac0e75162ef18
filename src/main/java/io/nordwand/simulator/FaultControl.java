package io.nordwand.simulator;

import io.nordwand.simulator.api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET}, {@code PUT} and {@code DELETE /simulator/faults}: the faults as JSON, for people with curl.
 * {@code {"faults":[{"kind":"status","operation":"listDevices","status":429,"retryAfterSeconds":3,"calls":2}]}}; also
 * {@code applied} and {@code delayMillis}. What a fault leaves out is as in {@link Fault}'s factories.
 */
final class FaultControl {

    static final String PATH = "/simulator/faults";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Faults faults;

    FaultControl(Faults faults) {
        this.faults = faults;
    }

    Answer answer(String method, byte[] body) {
        return switch (method) {
            case "GET" -> list();
            case "PUT" -> put(body);
            case "DELETE" -> {
                faults.clear();
                yield list();
            }
            default -> Answer.json(405, Map.of("message", "Use GET, PUT or DELETE"));
        };
    }

    private Answer list() {
        return Answer.json(
                200,
                Map.of("faults", faults.list().stream().map(FaultControl::view).toList()));
    }

    private Answer put(byte[] body) {
        try {
            faults.set(read(JSON.readTree(body)));
            return list();
        } catch (JacksonException | IllegalArgumentException e) {
            return Answer.json(400, Map.of("message", "Not a list of faults: " + e.getMessage()));
        }
    }

    private static List<Fault> read(JsonNode tree) {
        List<Fault> list = new ArrayList<>();
        for (JsonNode node : tree.path("faults")) {
            list.add(fault(node));
        }
        return list;
    }

    private static Fault fault(JsonNode node) {
        Fault.Kind kind = Fault.Kind.valueOf(node.path("kind").asString("").toUpperCase(Locale.ROOT));
        Fault fault = switch (kind) {
            case SLOW -> Fault.slow(Duration.ofSeconds(5));
            case STATUS -> Fault.status(node.path("status").asInt(500));
            case DROP -> Fault.drop();
            case GARBAGE -> Fault.garbage();
            case HTML -> Fault.html(node.path("status").asInt(502));
            case TRUNCATED -> Fault.truncated();
            case EMPTY -> Fault.empty();
        };
        fault = fault.on(node.path("operation").asString("*"));
        fault = node.has("delayMillis")
                ? fault.after(Duration.ofMillis(node.path("delayMillis").asLong(0)))
                : fault;
        fault = node.has("calls") ? fault.times(node.path("calls").asInt(1)) : fault;
        fault = node.has("retryAfterSeconds")
                ? fault.retryAfter(
                        Duration.ofSeconds(node.path("retryAfterSeconds").asLong(0)))
                : fault;
        boolean applied = node.path("applied").asBoolean(fault.applied());
        return new Fault(
                kind,
                fault.operation(),
                fault.calls(),
                applied,
                node.path("status").asInt(fault.status()),
                fault.retryAfter(),
                fault.delay());
    }

    private static Map<String, Object> view(Fault fault) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("kind", fault.kind().word());
        view.put("operation", fault.operation());
        if (fault.calls() != null) {
            view.put("calls", fault.calls());
        }
        view.put("applied", fault.applied());
        view.put("status", fault.status());
        if (fault.retryAfter() != null) {
            view.put("retryAfterSeconds", fault.retryAfter().toSeconds());
        }
        view.put("delayMillis", fault.delay().toMillis());
        return view;
    }
}
