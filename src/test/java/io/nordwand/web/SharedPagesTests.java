package io.nordwand.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.web.frame.PageModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpCookie;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.DefaultCsrfToken;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@WebTest
class SharedPagesTests {

    private static final String TOKEN = CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME;

    @Autowired
    private List<ViewResolver> resolvers;

    @Autowired
    private PageModel frames;

    private final AtomicInteger drawn = new AtomicInteger();
    private final Object page = new Object();

    private View shared() {
        ViewResolver counting = (name, locale) -> resolver(name, locale).doOnNext(view -> drawn.incrementAndGet());
        return new SharedPages(List.of(counting)).of("sample", "page");
    }

    private Mono<View> resolver(String name, Locale locale) {
        return Flux.fromIterable(resolvers)
                .concatMap(resolver -> resolver.resolveViewName(name, locale))
                .next();
    }

    private static MockServerWebExchange asked(String path, String... headers) {
        MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get(path);
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals("theme")) {
                request.cookie(new HttpCookie("theme", headers[i + 1]));
            } else {
                request.header(headers[i], headers[i + 1]);
            }
        }
        return MockServerWebExchange.from(request);
    }

    private Map<String, Object> model(MockServerWebExchange exchange, Viewer viewer, String token, Object shown) {
        Map<String, Object> model = new HashMap<>(frames.of(exchange).toFuture().join());
        CsrfToken csrf = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", token);
        model.putAll(Map.of("viewer", viewer, TOKEN, csrf, "page", shown));
        exchange.getAttributes().put(TOKEN, csrf);
        return model;
    }

    private byte[] answer(View view, MockServerWebExchange exchange, Map<String, Object> model) {
        view.render(model, MediaType.TEXT_HTML, exchange).toFuture().join();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (DataBuffer buffer : exchange.getResponse().getBody().toIterable()) {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    private String html(View view, Viewer viewer, String token, Object shown, String path, String... headers) {
        MockServerWebExchange exchange = asked(path, headers);
        return new String(answer(view, exchange, model(exchange, viewer, token, shown)), StandardCharsets.UTF_8);
    }

    private static @Nullable String token(Document page) {
        List<String> tokens = page.select("input[name=_csrf]").eachAttr("value");
        assertThat(tokens).hasSizeGreaterThan(1);
        assertThat(tokens.stream().distinct()).hasSize(1);
        assertThat(page.select("meta[name=csrf]").attr("content")).isEqualTo(tokens.get(0));
        return tokens.get(0);
    }

    @Test
    void aSharedPageIsWhatThePageWouldBeForThisViewerAlone() {
        Viewer viewer = new Viewer("q'uirky <b>&\"", Role.OPERATOR);
        View alone = resolver("sample", Locale.ENGLISH).toFuture().join();
        View shared = shared();
        String expected = html(alone, viewer, "token-of-quirky", page, "/fleet?q=a%20b");

        html(shared, new Viewer("somebody", Role.OPERATOR), "token-of-somebody", page, "/fleet?q=a%20b");
        assertThat(html(shared, viewer, "token-of-quirky", page, "/fleet?q=a%20b"))
                .isEqualTo(expected);
        assertThat(drawn).hasValue(1);
    }

    @Test
    void eachViewerFindsTheirOwnNameAndTokenAndNobodyElses() {
        View shared = shared();
        String lenas = html(shared, new Viewer("lena", Role.VIEWER), "token-of-lena", page, "/fleet");
        String toms = html(shared, new Viewer("tom", Role.VIEWER), "token-of-tom", page, "/fleet");

        assertThat(drawn).hasValue(1);
        assertThat(token(Jsoup.parse(lenas))).isEqualTo("token-of-lena");
        assertThat(token(Jsoup.parse(toms))).isEqualTo("token-of-tom");
        assertThat(Jsoup.parse(lenas).select(".me__name").eachText()).containsOnly("lena");
        assertThat(Jsoup.parse(toms).select(".me__name").eachText()).containsOnly("tom");
        assertThat(Jsoup.parse(toms).select(".avatar").eachText()).containsOnly("TO");
        assertThat(toms).doesNotContain("lena");
    }

    @Test
    void whatDiffersOtherwiseIsDrawnForEach() {
        View shared = shared();
        Viewer viewer = new Viewer("lena", Role.VIEWER);
        html(shared, viewer, "t", page, "/fleet");
        assertThat(html(shared, new Viewer("lena", Role.ADMIN), "t", page, "/fleet"))
                .as("role")
                .contains("href=\"/admin\"");
        assertThat(html(shared, viewer, "t", page, "/fleet")).doesNotContain("href=\"/admin\"");
        assertThat(drawn).hasValue(2);
        html(shared, viewer, "t", new Object(), "/fleet");
        assertThat(drawn).as("another page").hasValue(3);
        assertThat(html(shared, viewer, "t", page, "/fleet?q=a")).as("path").contains("/fleet?q=a");
        assertThat(html(shared, viewer, "t", page, "/fleet", "theme", "dark"))
                .as("theme")
                .contains("data-theme=\"dark\"");
        assertThat(drawn).hasValue(5);
    }

    @Test
    void whoTakesGzipGetsTheSamePageAsGzip() throws IOException {
        View shared = shared();
        Viewer viewer = new Viewer("Zoë 🙂", Role.OPERATOR);
        String plain = html(shared, viewer, "token", page, "/fleet");
        MockServerWebExchange exchange = asked("/fleet", "Accept-Encoding", "gzip, deflate, br, zstd");
        byte[] packed = answer(shared, exchange, model(exchange, viewer, "token", page));

        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
        }
        assertThat(exchange.getResponse().getHeaders().getFirst("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(exchange.getResponse().getHeaders().getContentLength()).isEqualTo(packed.length);
        assertThat(exchange.getResponse().getHeaders().getContentType()).hasToString("text/html;charset=UTF-8");
        assertThat(drawn).hasValue(1);
    }
}
