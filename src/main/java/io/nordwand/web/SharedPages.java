package io.nordwand.web;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Pages that are the same for all viewers of a role but for the name in the corner and the form token: drawn and
 * compressed once, with holes for these two. They are kept for seconds only, because the words in their time elements
 * age. What else a page is made from is compared, so that whatever differs between viewers is drawn for each of them.
 */
@Component
public class SharedPages {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 16 << 20;
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String TOKEN = CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME;
    private static final String VIEWER = "viewer";

    /** All that makes a page look as it does, but for what fills its holes. */
    private record Look(
            String template,
            Same page,
            Map<String, Object> model,
            @Nullable Role role,
            Locale locale) {}

    /** Compared by identity, as a large page is not worth comparing. */
    private record Same(Object page) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Same same && same.page == page;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(page);
        }
    }

    private final List<ViewResolver> resolvers;
    private final AsyncCache<Look, Sheet> sheets = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Look look, Sheet sheet) -> sheet.size())
            .expireAfterWrite(KEPT)
            .buildAsync();

    SharedPages(List<ViewResolver> resolvers) {
        this.resolvers = resolvers;
    }

    /**
     * The view of a page.
     *
     * @param template its template, which may write the viewer's name, initials and token, but not compute with them
     * @param attribute name of the model's attribute that holds the page; viewers who are to share it have the very same
     */
    public View of(String template, String attribute) {
        return new View() {
            @Override
            public List<MediaType> getSupportedMediaTypes() {
                return List.of(HTML);
            }

            @Override
            public Mono<Void> render(
                    @Nullable Map<String, ?> model, @Nullable MediaType type, ServerWebExchange exchange) {
                Map<String, ?> given = Objects.requireNonNull(model);
                Look look = look(template, attribute, given, exchange);
                return Mono.fromFuture(() -> sheet(look, given, exchange), true)
                        .flatMap(sheet -> send(sheet, given, exchange));
            }
        };
    }

    private static Look look(String template, String attribute, Map<String, ?> model, ServerWebExchange exchange) {
        Map<String, Object> rest = new HashMap<>(model);
        rest.keySet().removeIf(key -> key.startsWith(BindingResult.MODEL_KEY_PREFIX));
        Object page = Objects.requireNonNull(rest.remove(attribute));
        Role role = rest.remove(VIEWER) instanceof Viewer viewer ? viewer.role() : null;
        rest.remove(TOKEN);
        Locale locale = exchange.getLocaleContext().getLocale();
        return new Look(template, new Same(page), rest, role, locale == null ? Locale.ROOT : locale);
    }

    /** Who asks while it is being drawn waits for it, so that a crowd costs no more than one. */
    private CompletableFuture<Sheet> sheet(Look look, Map<String, ?> model, ServerWebExchange exchange) {
        return sheets.get(
                look,
                (same, executor) -> draw(look, model, exchange)
                        .subscribeOn(Schedulers.parallel())
                        .toFuture());
    }

    private Mono<Sheet> draw(Look look, Map<String, ?> model, ServerWebExchange exchange) {
        Holes holes = Holes.drawn();
        Map<String, Object> nobodys = new HashMap<>(model);
        if (model.get(VIEWER) instanceof Viewer viewer) {
            nobodys.put(VIEWER, new Viewer(holes.name(), viewer.role()));
        }
        if (model.get(TOKEN) instanceof CsrfToken token) {
            nobodys.put(TOKEN, holes.token(token));
        }
        Capture capture = new Capture(exchange, nobodys);
        return Flux.fromIterable(resolvers)
                .concatMap(resolver -> resolver.resolveViewName(look.template(), look.locale()))
                .next()
                .flatMap(view -> view.render(nobodys, HTML, capture))
                .then(Mono.fromSupplier(() -> holes.cut(capture.html())));
    }

    private static Mono<Void> send(Sheet sheet, Map<String, ?> model, ServerWebExchange exchange) {
        Viewer viewer = model.get(VIEWER) instanceof Viewer some ? some : null;
        String token = model.get(TOKEN) instanceof CsrfToken some ? some.getToken() : "";
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(HTML);
        boolean gzip = Gzip.isAskedFor(exchange.getRequest().getHeaders());
        if (gzip) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        List<byte[]> body = sheet.filled(viewer, token, gzip);
        headers.setContentLength(body.stream().mapToLong(piece -> piece.length).sum());
        DataBufferFactory buffers = response.bufferFactory();
        // Joined, not copied: a page may be a quarter of a megabyte, nearly all of it the same for everyone.
        return response.writeWith(Mono.fromSupplier(
                () -> buffers.join(body.stream().map(buffers::wrap).toList())));
    }
}
