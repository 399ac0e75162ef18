package io.nordwand.simulator;

import io.nordwand.farm.EigerAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client with the simulator's keys. */
final class Browser {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final EigerAccess access;

    Browser(EigerAccess access) {
        this.access = access;
    }

    JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    HttpResponse<byte[]> get(String path) {
        return send("GET", path, null);
    }

    HttpResponse<byte[]> post(String path, String body) {
        return send("POST", path, body);
    }

    HttpResponse<byte[]> delete(String path) {
        return send("DELETE", path, null);
    }

    /** A request below the base, or to an absolute URL, with the keys. */
    HttpResponse<byte[]> send(String method, String path, @Nullable String body) {
        return exchange(request(path)
                .header("Authorization", basic())
                .header("Content-Type", "application/json")
                .method(method, publisher(body))
                .build());
    }

    /** A request without any keys. */
    HttpResponse<byte[]> anonymous(String method, String path, @Nullable String body) {
        return exchange(request(path).method(method, publisher(body)).build());
    }

    /** A form with that content type. */
    HttpResponse<byte[]> form(String path, String type, String body) {
        return exchange(request(path)
                .header("Authorization", basic())
                .header("Content-Type", type)
                .POST(publisher(body))
                .build());
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        return JSON.readTree(response.body());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : access.baseUrl() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private String basic() {
        String pair = access.accessKey() + ":" + access.secretKey();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable String body) {
        return body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException cause ? new UncheckedIOException(cause) : e;
        }
    }
}
