package io.nordwand.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FarmConfigurationTests {

    private final FakeSource source = new FakeSource(Clock.systemUTC());
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(FarmConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(FarmSource.class, () -> source);

    @Test
    void theFarmIsPolledFromTheStartAndRefreshedOnDemand() {
        source.answer(FakeSource.report("a"));
        runner.run(context -> {
            Farms farms = context.getBean(Farms.class);
            assertThat(farms.current().printers()).containsOnlyKeys(new PrinterId("a"));
            assertThat(farms.current().freshness().lastGood()).isNotNull();
            assertThat(context.getBean(FarmPoller.class).isRunning()).isTrue();
        });
    }

    @Test
    void pollingMoreOftenThanEveryTwoSecondsIsRefusedWithTheReason() {
        runner.withPropertyValues("nordwand.poll.interval=1s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("must not be asked more often than every 2 s"));
    }
}
