package io.nordwand.farm;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

/** Wires the farm; its parts are plain classes that tests make with {@code new} on virtual time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PollProperties.class, QueueProperties.class})
class FarmConfiguration {

    @Bean
    FarmStore farmStore(PollProperties poll, Clock clock) {
        return new FarmStore(new Observation(poll.interval().multipliedBy(3)), clock, Schedulers.parallel());
    }

    @Bean
    Forecasts forecasts(QueueProperties queue) {
        return new Forecasts(queue.turnover());
    }

    @Bean
    QueueNeeds queueNeeds(PollProperties poll, Clock clock) {
        return new QueueNeeds(poll, clock);
    }

    @Bean
    Readings readings(FarmSource source, FarmStore store, QueueNeeds needs, Clock clock) {
        return new Readings(source, store, needs, clock, Schedulers.parallel());
    }

    @Bean
    Farms farms(FarmStore store, Readings readings) {
        return new LiveFarms(store, readings);
    }

    @Bean
    QueueReader queueReader(QueueNeeds needs, Readings readings, Clock clock) {
        return new QueueReader(needs, readings, clock, Schedulers.parallel());
    }

    @Bean
    FarmPoller farmPoller(
            FarmSource source,
            FarmStore store,
            QueueNeeds needs,
            QueueReader queues,
            PollProperties poll,
            Clock clock) {
        Backoff backoff = new Backoff(poll, () -> ThreadLocalRandom.current().nextDouble());
        return new FarmPoller(source, store, needs, queues, poll, backoff, clock, Schedulers.parallel());
    }
}
