package io.nordwand.eiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolverFactory;
import com.atlassian.oai.validator.report.ValidationReport;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The contract in {@code eiger/openapi.yaml}, against which requests and answers are checked. */
final class OpenApiContract {

    /** Base path of the contract's server. */
    static final String BASE = "/api/v3";

    private static final OpenAPI API = parsed();
    private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator.createForSpecificationUrl(
                    "eiger/openapi.yaml")
            .withLevelResolver(LevelResolverFactory.withAdditionalPropertiesIgnored())
            .build();

    private OpenApiContract() {}

    private static OpenAPI parsed() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().read("eiger/openapi.yaml", null, options);
    }

    /** The declared statuses of every operation, by operation id. */
    static Map<String, Set<String>> declared() {
        Map<String, Set<String>> statuses = new TreeMap<>();
        API.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> statuses.put(
                                operation.getOperationId(),
                                operation.getResponses().keySet())));
        return statuses;
    }

    /** The declared statuses of one operation. */
    static Set<String> statuses(String operation) {
        return Objects.requireNonNull(declared().get(operation));
    }

    /** Fails when the contract does not allow this request. */
    static void check(LoggedRequest sent) {
        URI uri = URI.create(sent.getUrl());
        SimpleRequest.Builder request =
                new SimpleRequest.Builder(sent.getMethod().getName(), uri.getPath());
        UriComponentsBuilder.fromUri(uri)
                .build()
                .getQueryParams()
                .forEach((name, values) -> request.withQueryParam(
                        decoded(name),
                        values.stream().map(OpenApiContract::decoded).toList()));
        sent.getHeaders().all().forEach(header -> request.withHeader(header.key(), header.values()));
        String body = sent.getBodyAsString();
        boolean multipart = String.valueOf(sent.getHeader("Content-Type")).startsWith("multipart/");
        if (!body.isEmpty() && !multipart) {
            request.withBody(body);
        }
        ValidationReport report = VALIDATOR.validateRequest(request.build());
        assertThat(report.getMessages().stream()
                        .filter(message -> !(multipart && message.getKey().startsWith("validation.request.body")))
                        .toList())
                .as("%s %s %s", sent.getMethod(), sent.getUrl(), body)
                .isEmpty();
    }

    /** Fails when the contract does not allow this answer. */
    static void check(String method, String path, int status, @Nullable String contentType, String body) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(status);
        if (!body.isEmpty()) {
            response.withBody(body);
        }
        if (contentType != null) {
            response.withContentType(contentType);
        }
        ValidationReport report =
                VALIDATOR.validateResponse(BASE + path, Request.Method.valueOf(method), response.build());
        assertThat(report.getMessages())
                .as("%s %s %s %s", method, path, status, body)
                .isEmpty();
    }

    private static String decoded(String text) {
        return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
