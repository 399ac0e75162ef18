package io.nordwand.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAddressTests {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,127.0.0.1",
        "0:0:0:0:0:0:0:1,::1",
        "0:0:0:0:0:0:0:0,::",
        "2001:DB8:0:0:0:0:0:1,2001:db8::1",
        "2001:0db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1,2001:0:0:1::1",
        "fe80:0:0:0:0:0:0:0,fe80::",
        "::ffff:192.0.2.1,192.0.2.1",
    })
    void addressesAreWrittenAsRfc5952Says(String written, String canonical) throws UnknownHostException {
        // Literals only: nothing is looked up.
        assertThat(NetworkAddress.of(InetAddress.getByName(written))).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"fe80::a:1%1,fe80::a:1%1"})
    void theZoneOfALinkLocalAddressStays(String written, String canonical) throws UnknownHostException {
        assertThat(NetworkAddress.of(InetAddress.getByName(written))).isEqualTo(canonical);
    }
}
