package io.nordwand.web;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** What a browser does in tests: keeps cookies, reads pages, sends their forms with their tokens. */
public final class Browser {

    private final WebTestClient client;
    private final MultiValueMap<String, String> cookies = new LinkedMultiValueMap<>();
    private String token = "";

    public Browser(WebTestClient client) {
        this.client = client;
    }

    /** Signs in through the form; the demo's passwords are the names. */
    public Browser signIn(String name) {
        page("/login");
        Answer answer = post("/login", "username", name, "password", name);
        if (answer.status() != 303) {
            throw new AssertionError("Sign-in of " + name + " answered " + answer.status() + "\n" + answer.body());
        }
        return this;
    }

    /** Asks for something; headers as name, value, name, value. */
    public Answer get(String path, String... headers) {
        WebTestClient.RequestHeadersSpec<?> request =
                client.get().uri(URI.create(path)).cookies(all -> all.addAll(cookies));
        return ask(request, headers);
    }

    /** Asks for a page as a person does. */
    public Document page(String path) {
        return get(path, "Accept", "text/html").page();
    }

    /** Sends a form with the token of the last page; fields as name, value, name, value. */
    public Answer post(String path, String... fields) {
        return send(path, List.of(), fields);
    }

    /** Sends a form with the token of the last page and these headers as name, value, name, value. */
    public Answer send(String path, List<String> headers, String... fields) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        if (!token.isEmpty()) {
            form.add("_csrf", token);
        }
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i], fields[i + 1]);
        }
        return ask(
                client.post()
                        .uri(URI.create(path))
                        .cookies(all -> all.addAll(cookies))
                        .body(BodyInserters.fromFormData(form)),
                headers.toArray(String[]::new));
    }

    /** Value of a cookie that the server has set, or null. */
    public @Nullable String cookie(String name) {
        return cookies.getFirst(name);
    }

    /** The session's id, or blank. */
    public String session() {
        String session = cookie("nordwand");
        return session == null ? "" : session;
    }

    /** Forgets a cookie, as when it ran out. */
    public void forget(String name) {
        cookies.remove(name);
    }

    /** Forgets the token, as a foreign site would not know it. */
    public Browser withoutToken() {
        token = "";
        return this;
    }

    private Answer ask(WebTestClient.RequestHeadersSpec<?> request, String... headers) {
        WebTestClient.RequestHeadersSpec<?> spec = request;
        for (int i = 0; i < headers.length; i += 2) {
            spec = spec.header(headers[i], headers[i + 1]);
        }
        WebTestClient.ResponseSpec response = spec.exchange();
        EntityExchangeResult<String> result = response.expectBody(String.class).returnResult();
        result.getResponseCookies().values().stream().flatMap(List::stream).forEach(this::keep);
        Answer answer = new Answer(result);
        Element meta = answer.page().selectFirst("meta[name=csrf]");
        token = meta == null ? token : meta.attr("content");
        return answer;
    }

    private void keep(ResponseCookie cookie) {
        if (cookie.getMaxAge().isZero()) {
            cookies.remove(cookie.getName());
        } else {
            cookies.set(cookie.getName(), cookie.getValue());
        }
    }

    /** What came back. */
    public record Answer(EntityExchangeResult<String> result) {

        /** Its status. */
        public int status() {
            return result.getStatus().value();
        }

        /** A header, or null. */
        public @Nullable String header(String name) {
            return result.getResponseHeaders().getFirst(name);
        }

        /** Where it leads, or blank. */
        public String location() {
            String location = header("Location");
            return location == null ? "" : location;
        }

        /** The body as it came. */
        public String body() {
            String body = result.getResponseBody();
            return body == null ? "" : body;
        }

        /** The body as a page. */
        public Document page() {
            return Jsoup.parse(body());
        }
    }
}
