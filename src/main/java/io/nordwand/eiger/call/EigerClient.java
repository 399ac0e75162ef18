package io.nordwand.eiger.call;

import io.nordwand.eiger.wire.Wire;
import io.nordwand.farm.EigerAccess;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ClientCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Makes the declared operations callable. One client shares one budget of calls and one hold-off; it must be closed.
 * Timeouts are set on the connector itself, since Boot's settings for groups of HTTP services do not reach WebClient.
 */
public final class EigerClient implements AutoCloseable {

    private final Connections connections;
    private final HttpServiceProxyFactory proxies;

    /**
     * @param web a fresh builder; its connector, codecs and filters are set here
     * @param access base address and keys
     * @param formBodies whether writing calls send forms in place of JSON
     */
    public EigerClient(
            WebClient.Builder web,
            EigerAccess access,
            CallLimits limits,
            boolean formBodies,
            Sentences sentences,
            Clock clock) {
        this.connections = new Connections(limits);
        HoldOff holdOff = new HoldOff(clock, limits);
        Quotes quotes = new Quotes(access.accessKey(), access.secretKey());
        Judge judge = new Judge(sentences, quotes, holdOff, limits);
        WebClient client = web.baseUrl(access.baseUrl().toString())
                .clientConnector(connections)
                .codecs(codecs -> configure(codecs, limits, formBodies))
                .defaultHeaders(headers -> authorize(headers, access))
                .filter(new Answers(limits, quotes))
                .build();
        this.proxies = HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client))
                .exchangeAdapterDecorator(adapter -> new SafeExchange(adapter, limits, holdOff, judge))
                .httpRequestValuesProcessor(Operation.MARK)
                .build();
    }

    private static void authorize(HttpHeaders headers, EigerAccess access) {
        headers.setBasicAuth(access.accessKey(), access.secretKey(), StandardCharsets.UTF_8);
    }

    private static void configure(ClientCodecConfigurer codecs, CallLimits limits, boolean formBodies) {
        if (formBodies) {
            codecs.customCodecs().register(new FormBodies());
        }
        ClientCodecConfigurer.ClientDefaultCodecs defaults = codecs.defaultCodecs();
        defaults.maxInMemorySize(Math.toIntExact(limits.maxAnswer().toBytes()));
        defaults.jacksonJsonEncoder(new JacksonJsonEncoder(Wire.mapper()));
        // Answers are read as JSON whatever they call themselves; what is none fails in the parser.
        defaults.jacksonJsonDecoder(new JacksonJsonDecoder(
                Wire.mapper(),
                MimeTypeUtils.APPLICATION_JSON,
                new MimeType("application", "*+json"),
                MimeTypeUtils.ALL));
    }

    /** The operations of one interface. */
    public <T> T operations(Class<T> type) {
        return proxies.createClient(type);
    }

    @Override
    public void close() {
        connections.close();
    }
}
