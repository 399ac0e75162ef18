package io.nordwand.simulator.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param path path without the query, as sent
 * @param query decoded query parameters
 * @param authorization the Authorization header, or null
 * @param origin scheme, host and port that the client used, for links back
 */
public record Request(
        String method,
        String path,
        Map<String, List<String>> query,
        @Nullable String authorization,
        String origin,
        Body body) {

    /** Keys never appear in a log. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
