package io.nordwand.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nordwand.farm.EigerAccess;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;

class SimulatorConfigurationTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Surroundings.class, SimulatorConfiguration.class);

    @Test
    void startsWithoutKeysAndStopsWithTheContext() {
        AtomicReference<Browser> browser = new AtomicReference<>();
        runner.withPropertyValues("nordwand.eiger.access-key=", "nordwand.eiger.secret-key= ")
                .run(context -> {
                    EigerAccess access = context.getBean(EigerAccess.class);
                    browser.set(new Browser(access));
                    assertThat(access.simulated()).isTrue();
                    assertThat(new Browser(access).get("/devices").statusCode()).isEqualTo(200);
                    assertThat(context).hasSingleBean(Faults.class).hasSingleBean(Simulation.class);
                });

        assertThatThrownBy(() -> Objects.requireNonNull(browser.get()).get("/devices"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void staysAwayWhenAKeyIsConfigured() {
        runner.withPropertyValues("nordwand.eiger.secret-key=s")
                .run(context -> assertThat(context).doesNotHaveBean(EigerAccess.class));
        runner.withPropertyValues("nordwand.eiger.access-key=a", "nordwand.eiger.secret-key=s")
                .run(context -> assertThat(context).doesNotHaveBean(SimulatedEiger.class));
    }

    @Test
    void refusesSizesAndSpeedsThatMakeNoSense() {
        runner.withPropertyValues("nordwand.simulator.printers=10001")
                .run(context -> assertThat(context).hasFailed());
        runner.withPropertyValues("nordwand.simulator.speed=0")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void tenThousandPrintersAnswerInPages() {
        runner.withPropertyValues("nordwand.simulator.printers=10000").run(context -> {
            Browser browser = new Browser(context.getBean(EigerAccess.class));
            byte[] page = browser.get("/devices?page%5Bsize%5D=1000&page%5Bnumber%5D=10")
                    .body();
            var last = browser.json("/devices?page%5Bsize%5D=1000&page%5Bnumber%5D=10");

            assertThat(last.path("items").size()).isEqualTo(1000);
            assertThat(last.path("has_more_items").asBoolean()).isFalse();
            assertThat(page.length).isLessThan(4 << 20);
        });
    }

    @EnableConfigurationProperties(SimulatorProperties.class)
    static class Surroundings {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
