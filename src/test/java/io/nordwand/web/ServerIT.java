package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What only a real server shows: compressed streams that still flow, and a stop that does not wait for them. */
@Timeout(60)
class ServerIT {

    private ConfigurableApplicationContext server;
    private HttpClient http;
    private String base;

    @BeforeEach
    void start() {
        SpringApplication application =
                new SpringApplication(WebTestConfiguration.class, Samples.SampleController.class);
        server = application.run("--server.port=0", "--nordwand.web.zone=UTC", "--logging.level.root=warn");
        base = "http://127.0.0.1:" + server.getEnvironment().getProperty("local.server.port");
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStreamIsCompressedAndStillFlowsAndDoesNotHoldUpTheStop() throws IOException, InterruptedException {
        String session = signIn("viewer");
        HttpResponse<InputStream> stream = http.send(
                request("/fleet/events", session)
                        .header("Accept", "text/event-stream")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());

        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Encoding")).hasValue("gzip");
        InputStream events = new GZIPInputStream(stream.body(), 1);
        assertThat(line(events)).containsPattern("^(data|event):");

        long before = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(12));
        assertThat(rest(events)).doesNotContain("error");
    }

    @Test
    void theStreamTellsOfASignOut() throws IOException, InterruptedException {
        String session = signIn("viewer");
        HttpResponse<InputStream> stream = http.send(
                request("/fleet/events", session)
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        String page = get("/fleet", session).body();
        post("/logout", "_csrf=" + token(page), session);

        stream.body().readAllBytes();
        assertThat(get("/fleet/events", session).statusCode()).isIn(302, 401);
    }

    @Test
    void pagesAreCompressed() throws IOException, InterruptedException {
        HttpResponse<byte[]> page = http.send(
                request("/fleet", signIn("viewer"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(page.body().length).isLessThan(8000);
    }

    /** Byte by byte: readers would wait for a full buffer. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static String rest(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private String signIn(String name) throws IOException, InterruptedException {
        HttpResponse<String> form = get("/login", "");
        String csrf = form.headers().firstValue("Set-Cookie").orElse("").replaceAll(";.*", "");
        HttpResponse<String> in =
                post("/login", "username=" + name + "&password=" + name + "&_csrf=" + token(form.body()), csrf);
        assertThat(in.statusCode()).isEqualTo(303);
        return in.headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("nordwand="))
                        .map(cookie -> cookie.replaceAll(";.*", ""))
                        .findFirst()
                        .orElse("")
                + "; " + csrf;
    }

    private static String token(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        return token.find() ? token.group(1) : "";
    }

    private HttpResponse<String> get(String path, String cookies) throws IOException, InterruptedException {
        return http.send(request(path, cookies).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, String cookies)
            throws IOException, InterruptedException {
        return http.send(
                request(path, cookies)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }
}
