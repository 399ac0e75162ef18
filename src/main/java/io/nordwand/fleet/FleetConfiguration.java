package io.nordwand.fleet;

import io.nordwand.farm.Farm;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.StateGroup;
import io.nordwand.web.MenuEntry;
import io.nordwand.web.Overviews;
import io.nordwand.web.WebProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The farm's printers as tiles, and the fleet's entry in the menu with the number of printers that wait for a person. */
@Configuration(proxyBeanMethods = false)
class FleetConfiguration {

    @Bean
    Overviews<Tile> tiles(Farms farms, Forecasts forecasts, WebProperties web) {
        return new Overviews<>(farms, printer -> Tile.of(printer, forecasts.of(printer), web.locale()));
    }

    @Bean
    MenuEntry fleetEntry() {
        return new MenuEntry(
                "fleet", "layout.fleet", "/fleet", "printer-3d", 10, MenuEntry.oncePerFarm(FleetConfiguration::hands));
    }

    private static MenuEntry.@Nullable Count hands(Farm farm) {
        long hands = farm.printers().values().stream()
                .filter(printer -> printer.group() == StateGroup.HANDS)
                .count();
        return hands == 0 ? null : new MenuEntry.Count((int) hands, StateGroup.HANDS.key(), "layout.fleet.hands");
    }
}
