package io.nordwand.simulator.api;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the contract.
 *
 * @param operation its operationId
 * @param path its path; parts in braces are variables
 * @param missing status when the thing is not there; six operations say 500 (field note 12)
 * @param invalid status when an id in the path is none
 */
record Route(String operation, String method, String path, int missing, int invalid, Function<Call, Answer> handler) {

    static Route get(String operation, String path, Function<Call, Answer> handler) {
        return new Route(operation, "GET", path, 404, 400, handler);
    }

    static Route post(String operation, String path, Function<Call, Answer> handler) {
        return new Route(operation, "POST", path, 404, 400, handler);
    }

    static Route put(String operation, String path, Function<Call, Answer> handler) {
        return new Route(operation, "PUT", path, 404, 404, handler);
    }

    static Route delete(String operation, String path, Function<Call, Answer> handler) {
        return new Route(operation, "DELETE", path, 404, 404, handler);
    }

    Route missing(int status) {
        return new Route(operation, method, path, status, invalid, handler);
    }

    Route invalid(int status) {
        return new Route(operation, method, path, missing, status, handler);
    }

    /** The values of the path's variables, or null when the path is another one. */
    @Nullable
    Map<String, String> match(String requested) {
        String[] wanted = path.split("/", -1);
        String[] given = requested.split("/", -1);
        if (wanted.length != given.length) {
            return null;
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                variables.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return null;
            }
        }
        return variables;
    }
}
