package io.nordwand.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

class ActorsTests {

    private static final InetSocketAddress PROXY = new InetSocketAddress("192.0.2.1", 40_000);

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For, 198.51.100.7,                  198.51.100.7",
        "X-Forwarded-For, '198.51.100.7, 192.0.2.9',     198.51.100.7",
        "X-Forwarded-For, 2001:db8:0:0:0:0:0:7,          2001:db8::7",
        "Forwarded,       'for=\"[2001:db8::7]:4711\"',  2001:db8::7",
        "X-Forwarded-For, printer-hall.example.org,      unknown",
        "X-Forwarded-For, <b>198.51.100.7</b>,           unknown",
        "X-Forwarded-Proto, https,                       192.0.2.1",
    })
    void behindAProxyTheAddressIsTheOneThatItNamesAndNothingIsLookedUp(String header, String value, String address) {
        MockServerHttpRequest request = MockServerHttpRequest.get("/fleet")
                .remoteAddress(PROXY)
                .header(header, value)
                .build();
        assertThat(Actors.address(new ForwardedHeaderTransformer().apply(request)))
                .isEqualTo(address);
    }

    @Test
    void withoutAnAddressItIsUnknown() {
        assertThat(Actors.address(MockServerHttpRequest.get("/fleet").build())).isEqualTo("unknown");
    }
}
