package io.nordwand.queue;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Which pages of other modules this program has, so that no link leads nowhere. */
@Component
public class Ways {

    private static final String MOVE = "/printers/{}/queue/{}/move";
    private static final String WITHDRAW = "/queues/withdraw";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private @Nullable Set<String> routes;

    Ways(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** Whether an entry can be moved to another place or printer. */
    public boolean move() {
        return routes().contains(MOVE);
    }

    /** Whether a build can be taken out of all queues. */
    public boolean withdraw() {
        return routes().contains(WITHDRAW);
    }

    /** Asked for late, since the handlers are not all known while this is made. */
    private synchronized Set<String> routes() {
        Set<String> known = routes;
        if (known == null) {
            known = mappings.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .flatMap(info -> info.getPatternsCondition().getPatterns().stream())
                    .map(pattern -> pattern.getPatternString().replaceAll("\\{[^}]*}", "{}"))
                    .collect(Collectors.toUnmodifiableSet());
            routes = known;
        }
        return known;
    }
}
