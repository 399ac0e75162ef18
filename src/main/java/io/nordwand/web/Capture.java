package io.nordwand.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request whose answer is kept instead of sent, and whose form token is that of the model it is drawn with. */
final class Capture extends ServerWebExchangeDecorator {

    private final Map<String, Object> attributes;
    private final Answer answer;

    Capture(ServerWebExchange exchange, Map<String, Object> model) {
        super(exchange);
        this.attributes = new ConcurrentHashMap<>(exchange.getAttributes());
        this.answer = new Answer(exchange.getResponse());
        String token = CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME;
        attributes.remove(token);
        if (model.get(token) != null) {
            attributes.put(token, model.get(token));
        }
    }

    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }

    @Override
    public ServerHttpResponse getResponse() {
        return answer;
    }

    /** What was written. */
    String html() {
        return answer.html;
    }

    private static final class Answer extends ServerHttpResponseDecorator {

        private final HttpHeaders headers = new HttpHeaders();
        private String html = "";

        private Answer(ServerHttpResponse real) {
            super(real);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public DataBufferFactory bufferFactory() {
            return DefaultDataBufferFactory.sharedInstance;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return DataBufferUtils.join(Flux.from(body))
                    .doOnNext(buffer -> html = buffer.toString(StandardCharsets.UTF_8))
                    .then();
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return writeWith(Flux.from(body).concatMap(part -> part));
        }
    }
}
