package io.nordwand.eiger.call;

import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import reactor.core.publisher.Mono;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.SslProvider;

/**
 * The connections to Eiger. Reads share a small pool. Each write gets a connection of its own: a pooled one may have
 * been closed by the other side already, and then nobody could tell whether the write went out. The transport itself
 * repeats nothing and follows no redirect (field note 1); a request is written only through its {@link Progress}.
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
        SslProvider.GenericSslContextSpec<SslContextBuilder> tls = Http11SslContextSpec.forClient();
        return new ReactorClientHttpConnector(HttpClient.create(provider)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(limits.connectTimeout().toMillis()))
                .secure(spec -> spec.sslContext(tls).handshakeTimeout(limits.connectTimeout()))
                .responseTimeout(limits.readTimeout())
                .followRedirect(false)
                .disableRetry(true)
                .compress(true));
    }

    @Override
    public Mono<ClientHttpResponse> connect(
            HttpMethod method, URI uri, Function<? super ClientHttpRequest, Mono<Void>> request) {
        ClientHttpConnector connector = method.equals(HttpMethod.GET) ? reads : writes;
        return Mono.deferContextual(context -> {
            Progress progress = context.get(Progress.class);
            return connector.connect(
                    method,
                    uri,
                    http -> progress.begin()
                            ? request.apply(http)
                            : Mono.error(new IllegalStateException("given up before it was sent")));
        });
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
