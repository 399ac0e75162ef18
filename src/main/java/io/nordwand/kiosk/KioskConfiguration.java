package io.nordwand.kiosk;

import io.nordwand.farm.Farms;
import io.nordwand.farm.Forecasts;
import io.nordwand.web.Overviews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The farm's printers as screens show them. */
@Configuration(proxyBeanMethods = false)
class KioskConfiguration {

    @Bean
    Overviews<Spot> spots(Farms farms, Forecasts forecasts) {
        return new Overviews<>(farms, printer -> Spot.of(printer, forecasts.of(printer)));
    }
}
