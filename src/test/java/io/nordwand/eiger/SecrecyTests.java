package io.nordwand.eiger;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.nordwand.eiger.EigerFixtures.*;
import static io.nordwand.eiger.EigerServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.github.tomakehurst.wiremock.http.Fault;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.PrinterId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Neither keys nor signed links appear anywhere, however talkative the loggers are. */
class SecrecyTests {

    private static final String BASIC = Base64.getEncoder()
            .encodeToString((EigerServer.ACCESS_KEY + ":" + EigerServer.SECRET_KEY).getBytes(StandardCharsets.UTF_8));
    private static final String TOKEN = "s1gn3d-t0k3n";
    private static final Map<String, Level> TALKATIVE = Map.of(
            "io.nordwand",
            Level.TRACE,
            "org.springframework.web",
            Level.TRACE,
            "org.springframework.http",
            Level.TRACE,
            "org.springframework.core.codec",
            Level.TRACE,
            "reactor.netty",
            Level.TRACE,
            "reactor.core",
            Level.TRACE);

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Recorder recorder = new Recorder();

    private final class Recorder extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            String trace =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            logged.add(event.getLoggerName() + " " + event.getFormattedMessage() + trace);
        }
    }

    @BeforeEach
    void listen() {
        recorder.start();
        TALKATIVE.forEach((name, level) -> {
            logger(name).setLevel(level);
            logger(name).setAdditive(false);
            logger(name).addAppender(recorder);
        });
    }

    @AfterEach
    void stopListening() {
        TALKATIVE.keySet().forEach(name -> {
            logger(name).setLevel(null);
            logger(name).setAdditive(true);
            logger(name).detachAppender(recorder);
        });
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @Test
    void keysAndSignedLinksAreNeverShown() {
        try (EigerServer eiger = EigerServer.start(EigerServer.limits(Duration.ofMillis(700), 4))) {
            String link = "http://localhost:" + eiger.wireMock().port() + "/files/p.png?X-Token=" + TOKEN;
            eiger.answersAnything(json(200, BUILD_JSON.replaceFirst("\\{", "{\"preview_url\":\"" + link + "\",")));
            use(eiger);

            String echo = EigerServer.ACCESS_KEY + " " + BASIC + " " + EigerServer.SECRET_KEY;
            for (int status : new int[] {400, 401, 404, 500, 503, 302}) {
                eiger.answersAnything(json(status, "{\"message\":\"Bad " + echo + "\"}"));
                use(eiger);
            }
            eiger.answersAnything(aResponse().withStatus(400).withHeader("X-Reference-ID", EigerServer.ACCESS_KEY));
            use(eiger);
            for (Fault fault : Fault.values()) {
                eiger.answersAnything(aResponse().withFault(fault));
                use(eiger);
            }
            eiger.answersAnything(json(200, "{").withHeader("Content-Encoding", "gzip"));
            use(eiger);
        }
        assertThat(logged).isNotEmpty();
        assertThat(seen()).doesNotContain(EigerServer.ACCESS_KEY, EigerServer.SECRET_KEY, BASIC, TOKEN);
    }

    private void use(EigerServer eiger) {
        List<Mono<?>> calls = List.of(
                eiger.source().printer(new PrinterId(DEVICE)),
                eiger.source().build(new BuildId(BUILD)),
                eiger.source().preview(new BuildId(BUILD)),
                eiger.commands().print(new PrinterId(DEVICE), new BuildId(BUILD)));
        for (Mono<?> call : calls) {
            Mono<?> quiet = call.doOnError(error -> {
                        logged.add("error " + error + ((FarmException) error).trouble() + error.getCause());
                    })
                    .onErrorComplete();
            reactor.test.StepVerifier.create(quiet.then()).expectComplete().verify(EigerServer.LONGEST);
        }
    }

    private String seen() {
        return logged.stream().collect(Collectors.joining("\n"));
    }

    @Test
    void accessAndPropertiesHideTheirKeys() {
        assertThat(EigerServer.access("http://localhost") + " "
                        + new EigerProperties(
                                EigerServer.ACCESS_KEY, EigerServer.SECRET_KEY, "", false, false, EigerServer.limits()))
                .doesNotContain(EigerServer.ACCESS_KEY, EigerServer.SECRET_KEY);
    }
}
