package io.nordwand.build;

import com.github.benmanes.caffeine.cache.Ticker;
import io.nordwand.farm.FarmSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the caches. */
@Configuration(proxyBeanMethods = false)
class BuildConfiguration {

    @Bean
    Builds builds(FarmSource source) {
        return new CachedBuilds(source, Ticker.systemTicker());
    }

    @Bean
    Previews previews(FarmSource source) {
        return new Previews(source, Ticker.systemTicker());
    }
}
