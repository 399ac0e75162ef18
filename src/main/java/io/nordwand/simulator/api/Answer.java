package io.nordwand.simulator.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a request.
 *
 * @param headers headers beside content type and length
 * @param type content type, or null when there is no body
 * @param body the body; not copied, do not change
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(
        int status, Map<String, String> headers, @Nullable String type, byte[] body) {

    private static final String JSON = "application/json; charset=utf-8";

    /** A JSON body. */
    public static Answer json(int status, Object value) {
        return new Answer(status, Map.of(), JSON, Json.MAPPER.writeValueAsBytes(value));
    }

    /** No body. */
    public static Answer none(int status) {
        return new Answer(status, Map.of(), null, new byte[0]);
    }

    /** Text of any type. */
    public static Answer text(int status, String type, String text) {
        return new Answer(status, Map.of(), type, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A failure as Eiger words it, with the number to quote to the vendor's support. */
    public static Answer failure(int status, String message, long reference) {
        Answer answer = json(status, Map.of("message", message));
        return answer.with("X-Reference-ID", Long.toString(reference));
    }

    /** The same answer with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(name, value);
        return new Answer(status, Map.copyOf(more), type, body);
    }
}
