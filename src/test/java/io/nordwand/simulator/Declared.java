package io.nordwand.simulator;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the contract declares. */
final class Declared {

    private Declared() {}

    /** The statuses of each operation. */
    static Map<String, Set<Integer>> statuses() {
        OpenAPI contract = new OpenAPIV3Parser().read("eiger/openapi.yaml");
        Map<String, Set<Integer>> statuses = new TreeMap<>();
        contract.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(operation -> {
                    Set<Integer> all = new TreeSet<>();
                    operation.getResponses().keySet().forEach(status -> all.add(Integer.valueOf(status)));
                    statuses.put(operation.getOperationId(), all);
                }));
        return statuses;
    }
}
