package io.nordwand.eiger;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.nordwand.eiger.EigerFixtures.*;
import static io.nordwand.eiger.EigerServer.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.nordwand.eiger.wire.Link;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Preview;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class PreviewTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3};

    private final EigerServer eiger = EigerServer.start();

    @AfterEach
    void requestsKeepToTheContract() {
        eiger.close();
    }

    private void pictureIs(ResponseDefinitionBuilder answer) {
        String link = "http://localhost:" + eiger.wireMock().port() + "/files/p.png?X-Token=t0k3n";
        eiger.answers(
                "GET",
                "/builds/" + BUILD,
                200,
                FULL_BUILD_JSON.replaceFirst("\\{", "{\"preview_url\":\"" + link + "\","));
        eiger.wireMock()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.get(
                                com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo("/files/p.png"))
                        .willReturn(answer));
    }

    @Test
    void aPictureIsFetchedWithoutKeysAndNamedByItsBytes() {
        pictureIs(aResponse().withHeader("Content-Type", "text/html").withBody(PNG));

        Preview preview = resultOf(eiger.source().preview(new BuildId(BUILD)));

        assertThat(preview.mediaType()).isEqualTo("image/png");
        assertThat(preview.bytes()).isEqualTo(PNG);
        assertThat(eiger.requests())
                .filteredOn(sent -> sent.getUrl().startsWith("/files"))
                .singleElement()
                .satisfies(sent -> {
                    assertThat(sent.getHeader("Authorization")).isNull();
                    assertThat(sent.getUrl()).endsWith("X-Token=t0k3n");
                });
    }

    private static Stream<ResponseDefinitionBuilder> noPictures() {
        byte[] large = Arrays.copyOf(PNG, 5 * 1024 * 1024 + 1);
        return Stream.of(
                aResponse().withStatus(403).withBody(PNG),
                aResponse().withStatus(404),
                aResponse().withStatus(500).withBody(PNG),
                aResponse().withStatus(302).withHeader("Location", "http://localhost/secret"),
                aResponse().withHeader("Content-Type", "image/png").withBody("<svg onload=alert(1)>"),
                aResponse().withBody(""),
                aResponse().withBody(large),
                aResponse().withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER));
    }

    @ParameterizedTest
    @MethodSource("noPictures")
    void whatIsNoPictureIsNone(ResponseDefinitionBuilder answer) {
        pictureIs(answer);

        StepVerifier.create(eiger.source().preview(new BuildId(BUILD)))
                .expectComplete()
                .verify(EigerServer.LONGEST);
    }

    @Test
    void aBuildWithoutALinkHasNoPicture() {
        eiger.answers("GET", "/builds/" + BUILD, 200, FULL_BUILD_JSON);

        StepVerifier.create(eiger.source().preview(new BuildId(BUILD)))
                .expectComplete()
                .verify(EigerServer.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://[fd00:ec2::254]/",
                "file:///etc/passwd",
                "ftp://localhost/x",
                "http://user@localhost/x",
                "http://example.com/x",
                "//localhost/x",
                "nonsense",
                "",
            })
    void evenAtHomeSomeLinksAreNotFollowed(String link) {
        StepVerifier.create(new Previews(URI.create("http://localhost:1")).fetch(new Link(link)))
                .expectComplete()
                .verify(EigerServer.LONGEST);
    }

    @Test
    void linksOfTheRealEigerNeverLeadIntoThisHouse() {
        eiger.answersAnything(aResponse().withBody(PNG));
        Previews previews = new Previews(URI.create("https://www.eiger.io/api/v3"));

        for (String scheme : new String[] {"http", "https"}) {
            int port = scheme.equals("http")
                    ? eiger.wireMock().port()
                    : eiger.wireMock().httpsPort();
            for (String host : new String[] {"localhost", "127.0.0.1", "[::1]"}) {
                StepVerifier.create(previews.fetch(new Link(scheme + "://" + host + ":" + port + "/files/p.png")))
                        .expectComplete()
                        .verify(EigerServer.LONGEST);
            }
        }
        assertThat(eiger.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "52.216.1.1, true",
        "2600:1f18::1, true",
        "10.0.0.1, false",
        "100.64.0.1, false",
        "100.100.100.200, false",
        "127.0.0.1, false",
        "169.254.169.254, false",
        "172.31.0.1, false",
        "192.168.0.1, false",
        "0.0.0.0, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "fe80::1, false",
        "fd00:ec2::254, false",
        "::ffff:127.0.0.1, false",
    })
    void publicAddressesAreTold(String address, boolean expected) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isEqualTo(expected);
    }

    @Test
    void picturesAreToldByTheirFirstBytes() {
        assertThat(ImageType.of(PNG)).isEqualTo("image/png");
        assertThat(ImageType.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}))
                .isEqualTo("image/jpeg");
        assertThat(ImageType.of("GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("image/gif");
        assertThat(ImageType.of("RIFF1234WEBPVP8".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("image/webp");
        assertThat(ImageType.of("RIFX1234WEBPVP8".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isNull();
        assertThat(ImageType.of("<svg xmlns".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isNull();
    }
}
