package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Refusal;
import io.nordwand.simulator.world.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers requests to the simulated organization. */
public final class Api {

    /** Where the contract's paths begin. */
    public static final String BASE = "/api/v3";

    private static final String FILES = "/files/";

    private final Timeline timeline;
    private final Files files;
    private final List<Route> routes;
    private final String credentials;
    private final AtomicLong references = new AtomicLong(7_000_000);

    /** An API that opens to these keys. */
    public Api(Timeline timeline, String accessKey, String secretKey) {
        this.timeline = timeline;
        this.files = new Files(timeline);
        byte[] pair = (accessKey + ":" + secretKey).getBytes(StandardCharsets.UTF_8);
        this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair);
        // Literal paths come before those with a variable at the same place (field note 53).
        this.routes = Stream.of(
                        new BuildOperations(timeline).routes(),
                        new PartOperations(timeline).routes(),
                        new DeviceOperations(timeline).routes(),
                        new JobOperations(timeline).routes(),
                        new PeopleOperations(timeline).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** The operationId of all operations. */
    public List<String> operations() {
        return routes.stream().map(Route::operation).toList();
    }

    /** The operationId that a request means, {@code files} for a signed link, or blank for nothing known. */
    public String operation(Request request) {
        if (request.path().startsWith(FILES)) {
            return "files";
        }
        return routes.stream()
                .filter(route -> variables(route, request) != null)
                .map(Route::operation)
                .findFirst()
                .orElse("");
    }

    /** Whether the request carries the right keys. */
    public boolean authorized(Request request) {
        return request.authorization() != null && Links.same(request.authorization(), credentials);
    }

    /** The answer, after whatever the request changes has changed. */
    public Answer answer(Request request) {
        Links links = new Links(credentials, request.origin(), timeline.linkTime());
        if (request.path().startsWith(FILES)) {
            return files.serve(request, links);
        }
        if (!authorized(request)) {
            return failure(401, "Access key or secret key is missing or wrong")
                    .with("WWW-Authenticate", "Basic realm=\"Eiger\"");
        }
        for (Route route : routes) {
            Map<String, String> variables = variables(route, request);
            if (variables != null) {
                return answer(route, new Call(variables, new Query(request.query()), request.body(), links));
            }
        }
        return failure(404, "There is no " + request.method() + " here");
    }

    /** A failure as Eiger words it. */
    public Answer failure(int status, String message) {
        return Answer.failure(status, message, references.incrementAndGet());
    }

    private Answer answer(Route route, Call call) {
        try {
            return route.handler().apply(call);
        } catch (Refusal refusal) {
            int status = switch (refusal.kind()) {
                case MISSING -> route.missing();
                case UNFIT -> 400;
                case BUSY -> 409;
            };
            return failure(status, String.valueOf(refusal.getMessage()));
        } catch (Call.Invalid invalid) {
            return failure(route.invalid(), String.valueOf(invalid.getMessage()));
        }
    }

    private static @Nullable Map<String, String> variables(Route route, Request request) {
        return route.method().equals(request.method()) && request.path().startsWith(BASE + "/")
                ? route.match(request.path().substring(BASE.length()))
                : null;
    }
}
