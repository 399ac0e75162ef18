package io.nordwand.build;

import com.github.benmanes.caffeine.cache.Ticker;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.record.BuildDetailSource;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the caches. */
@Configuration(proxyBeanMethods = false)
class BuildConfiguration {

    @Bean
    Builds builds(FarmSource source, Clock clock) {
        return new CachedBuilds(source, clock);
    }

    @Bean
    Previews previews(FarmSource source) {
        return new Previews(source, Ticker.systemTicker());
    }

    @Bean
    BuildDetails buildDetails(BuildDetailSource source, Clock clock) {
        return new BuildDetails(source, clock, Ticker.systemTicker());
    }
}
