package io.nordwand.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.web.Role;
import io.nordwand.web.WebTestConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Over a real connection: an open stream ends when its account is disabled, and is not opened again. */
@Timeout(60)
@SpringBootTest(
        classes = {WebTestConfiguration.class, AccountPages.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SessionsIT {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Autowired
    private AccountPages pages;

    @LocalServerPort
    private int port;

    @Test
    void anOpenStreamEndsAtOnceWithItsAccount() throws IOException, InterruptedException {
        Account lena = pages.make(Role.ADMIN);
        pages.make(Role.ADMIN);
        String session = signIn(lena);
        HttpResponse<InputStream> stream = http.send(
                request("/admin/users/events", session)
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.body().read()).as("it has begun").isPositive();

        long before = System.nanoTime();
        pages.change(Wish.of(Change.DISABLE, lena.id(), 1));
        stream.body().readAllBytes();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
        assertThat(get("/admin/users/events", session).statusCode()).isEqualTo(401);
        assertThat(get("/account", session).statusCode()).isEqualTo(302);
    }

    private String signIn(Account account) throws IOException, InterruptedException {
        HttpResponse<String> form = get("/login", "");
        String csrf = cookies(form);
        HttpResponse<String> in = http.send(
                request("/login", csrf)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + account.name() + "&password="
                                + Rig.PASSWORD.replace(' ', '+') + "&_csrf=" + token(form.body())))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(in.statusCode()).isEqualTo(303);
        return Stream.of(cookies(in), csrf).collect(Collectors.joining("; "));
    }

    private static String cookies(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceAll(";.*", ""))
                .collect(Collectors.joining("; "));
    }

    private static String token(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        return token.find() ? token.group(1) : "";
    }

    private HttpResponse<String> get(String path, String cookies) throws IOException, InterruptedException {
        String accept = path.endsWith("/events") ? "text/event-stream" : "text/html";
        return http.send(request(path, cookies).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }
}
