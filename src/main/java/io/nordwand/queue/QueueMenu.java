package io.nordwand.queue;

import io.nordwand.farm.Farm;
import io.nordwand.web.MenuEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queues' entry in the menu, with the number of queues that lack material. */
@Configuration(proxyBeanMethods = false)
class QueueMenu {

    @Bean
    MenuEntry queueEntry(Floors floors) {
        return new MenuEntry("queues", "layout.queues", "/queues", "chart-gantt", 20, farm -> lacking(floors, farm));
    }

    private static MenuEntry.@Nullable Count lacking(Floors floors, Farm farm) {
        long lacking = floors.of(farm).lanes().stream().filter(Lane::lacking).count();
        return lacking == 0 ? null : new MenuEntry.Count((int) lacking, "", "layout.queues.lacking");
    }
}
