package io.nordwand.eiger.call;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.core.publisher.Mono;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * The connections to Eiger. Reads share a small pool. Each write gets a connection of its own: a pooled one may have
 * been closed by the other side already, and then nobody could tell whether the write went out. The transport itself
 * repeats nothing and follows no redirect (field note 1).
 */
final class Connections implements ClientHttpConnector, AutoCloseable {

    private final ConnectionProvider pool;
    private final ClientHttpConnector reads;
    private final ClientHttpConnector writes;

    Connections(CallLimits limits) {
        this.pool = ConnectionProvider.builder("eiger")
                .maxConnections(limits.callsAtOnce() * 2)
                .pendingAcquireTimeout(limits.totalTimeout())
                .maxIdleTime(Duration.ofSeconds(20))
                .maxLifeTime(Duration.ofMinutes(10))
                .evictInBackground(Duration.ofSeconds(30))
                .build();
        this.reads = connector(pool, limits);
        this.writes = connector(ConnectionProvider.newConnection(), limits);
    }

    private static ClientHttpConnector connector(ConnectionProvider provider, CallLimits limits) {
        return new ReactorClientHttpConnector(HttpClient.create(provider)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(limits.connectTimeout().toMillis()))
                .secure(spec ->
                        spec.sslContext(Http11SslContextSpec.forClient()).handshakeTimeout(limits.connectTimeout()))
                .responseTimeout(limits.readTimeout())
                .followRedirect(false)
                .disableRetry(true)
                .compress(true)
                .doOnRequest((request, connection) -> {
                    @Nullable Progress progress = request.currentContextView().getOrDefault(Progress.class, null);
                    if (progress != null) {
                        progress.sending();
                    }
                }));
    }

    @Override
    public Mono<ClientHttpResponse> connect(
            HttpMethod method, URI uri, Function<? super ClientHttpRequest, Mono<Void>> request) {
        return (method == HttpMethod.GET ? reads : writes).connect(method, uri, request);
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
