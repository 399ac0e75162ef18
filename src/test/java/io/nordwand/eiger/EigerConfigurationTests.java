package io.nordwand.eiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.EigerAccess;
import io.nordwand.farm.FarmCommands;
import io.nordwand.farm.FarmSource;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class EigerConfigurationTests {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EigerProperties.class)
    static class Properties {}

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MessageSourceAutoConfiguration.class))
            .withUserConfiguration(Properties.class, EigerConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC);

    @Test
    void bothKeysGiveAccess() {
        runner.withPropertyValues(
                        "nordwand.eiger.access-key= A1 ", "nordwand.eiger.secret-key=S1", "nordwand.eiger.base-url=")
                .run(context -> {
                    assertThat(context.getBean(EigerAccess.class))
                            .isEqualTo(new EigerAccess(URI.create("https://www.eiger.io/api/v3"), "A1", "S1", false));
                    assertThat(context).hasSingleBean(FarmSource.class).hasSingleBean(FarmCommands.class);
                    assertThat(context.getBean(EigerProperties.class).toString())
                            .doesNotContain("A1", "S1");
                });
    }

    @Test
    void withoutKeysSomebodyElseGivesAccess() {
        runner.withPropertyValues("nordwand.eiger.access-key=", "nordwand.eiger.secret-key= ")
                .withBean(
                        EigerAccess.class,
                        () -> new EigerAccess(URI.create("http://127.0.0.1:1/api/v3"), "demo", "demo", true))
                .run(context ->
                        assertThat(context).hasSingleBean(EigerAccess.class).hasSingleBean(FarmSource.class));
    }

    @Test
    void oneKeyOfTwoIsRefusedSayingWhichIsMissing() {
        runner.withPropertyValues("nordwand.eiger.access-key=A1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(FailureAnalyzedException.class, failure -> {
                            assertThat(failure.analysis().getDescription()).contains("secret key of Eiger is missing");
                            assertThat(failure.analysis().getAction()).contains("EIGER_SECRET_KEY");
                        }));
        runner.withPropertyValues("nordwand.eiger.secret-key=S1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                FailureAnalyzedException.class,
                                failure -> assertThat(failure.analysis().getDescription())
                                        .contains("access key of Eiger is missing")));
    }

    @Test
    void aBaseAddressThatCouldLoseKeysIsRefused() {
        runner.withPropertyValues(
                        "nordwand.eiger.access-key=A1",
                        "nordwand.eiger.secret-key=S1",
                        "nordwand.eiger.base-url=https://eiger.io/api/v3")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                FailureAnalyzedException.class,
                                failure -> assertThat(failure.analysis().getDescription())
                                        .contains("https://www.")
                                        .doesNotContain("A1", "S1")));
    }
}
