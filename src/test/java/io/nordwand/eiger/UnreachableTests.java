package io.nordwand.eiger;

import static io.nordwand.eiger.EigerFixtures.*;
import static io.nordwand.eiger.EigerServer.troubleOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.eiger.api.DevicesApi;
import io.nordwand.eiger.call.CallLimits;
import io.nordwand.eiger.call.EigerClient;
import io.nordwand.eiger.wire.Order;
import io.nordwand.farm.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** What can't be reached can't have been changed: these are the only lost writes that are called undone. */
class UnreachableTests {

    private static final Order.OfBuild BODY = new Order.OfBuild(BUILD);

    @Test
    void aWriteThatFoundNobodyWasNotSent() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        try (EigerClient client = client("http://127.0.0.1:" + closed, EigerServer.limits())) {
            assertUnsent(client, "no connection");
        }
    }

    @Test
    void aWriteToAnUnknownNameWasNotSent() {
        try (EigerClient client = client("http://nobody.invalid", EigerServer.limits())) {
            assertUnsent(client, "cannot be reached");
        }
    }

    @Test
    void aWriteWithoutATrustedCertificateWasNotSent() {
        try (EigerServer eiger = EigerServer.start();
                EigerClient client =
                        client("https://localhost:" + eiger.wireMock().httpsPort(), EigerServer.limits())) {
            eiger.answersAnything(EigerServer.json(201, JOB_JSON));

            assertUnsent(client, "certificate chain");
            assertThat(troubleOf(client.operations(DevicesApi.class).readDevice(DEVICE)))
                    .isInstanceOf(Trouble.Unavailable.class);
            assertThat(eiger.requests()).isEmpty();
        }
    }

    @Test
    void aWriteThatWaitsForTlsForEverWasNotSent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                EigerClient client = client(
                        "https://127.0.0.1:" + silent.getLocalPort(), EigerServer.limits(Duration.ofMillis(400), 4))) {
            assertUnsent(client, "no connection");
        }
    }

    private static void assertUnsent(EigerClient client, String reason) {
        Mono<?> write = client.operations(DevicesApi.class).printToPrinter(DEVICE, BODY);
        Trouble trouble = troubleOf(write);
        assertThat(trouble).isInstanceOf(Trouble.Unavailable.class);
        assertThat(trouble.sentence()).contains(reason).endsWith("Nothing was sent.");
    }

    private static EigerClient client(String host, CallLimits limits) {
        return new EigerClient(
                WebClient.builder(),
                EigerServer.access(host),
                limits,
                false,
                EigerServer.sentences(),
                Clock.systemUTC());
    }
}
