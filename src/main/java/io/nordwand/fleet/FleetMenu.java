package io.nordwand.fleet;

import io.nordwand.farm.Farm;
import io.nordwand.farm.StateGroup;
import io.nordwand.web.MenuEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The fleet's entry in the menu, with the number of printers that wait for a person. */
@Configuration(proxyBeanMethods = false)
class FleetMenu {

    @Bean
    MenuEntry fleetEntry() {
        return new MenuEntry("fleet", "layout.fleet", "/fleet", "printer-3d", 10, FleetMenu::hands);
    }

    private static MenuEntry.@Nullable Count hands(Farm farm) {
        long hands = farm.printers().values().stream()
                .filter(printer -> printer.group() == StateGroup.HANDS)
                .count();
        return hands == 0 ? null : new MenuEntry.Count((int) hands, StateGroup.HANDS.key(), "layout.fleet.hands");
    }
}
