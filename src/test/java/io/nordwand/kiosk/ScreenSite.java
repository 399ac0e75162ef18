package io.nordwand.kiosk;

import io.nordwand.farm.Forecasts;
import java.time.Duration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** All of this module, to be put among the shared parts. */
@ComponentScan(
        basePackageClasses = ScreensController.class,
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@EnableConfigurationProperties({KioskProperties.class, ShopProperties.class})
@TestComponent
class ScreenSite {

    @Bean
    FakeCopy copy() {
        return new FakeCopy();
    }

    @Bean
    Forecasts forecasts() {
        return new Forecasts(Duration.ofMinutes(15));
    }
}
