package io.nordwand.queue;

import io.nordwand.farm.Farm;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Forecasts;
import io.nordwand.web.MenuEntry;
import io.nordwand.web.Overviews;
import io.nordwand.web.WebProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All queues of the farm, and their entry in the menu with the number of queues that lack material. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

    @Bean
    Overviews<Lane> lanes(Farms farms, Forecasts forecasts, WebProperties web) {
        return new Overviews<>(
                farms, printer -> Lanes.of(printer, forecasts.of(printer), forecasts.turnover(), web.locale()));
    }

    @Bean
    MenuEntry queueEntry(Overviews<Lane> lanes) {
        return new MenuEntry(
                "queues",
                "layout.queues",
                "/queues",
                "chart-gantt",
                20,
                MenuEntry.oncePerFarm(farm -> lacking(lanes, farm)));
    }

    private static MenuEntry.@Nullable Count lacking(Overviews<Lane> lanes, Farm farm) {
        long lacking = lanes.of(farm).lines().stream().filter(Lane::lacking).count();
        return lacking == 0 ? null : new MenuEntry.Count((int) lacking, "", "layout.queues.lacking");
    }
}
