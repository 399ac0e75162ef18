package io.nordwand.request;

import io.nordwand.web.MenuEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The requests' entry in the menu, with the number of those that would be too late. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

    @Bean
    MenuEntry requestEntry(Boards boards) {
        return new MenuEntry("requests", "request.title", "/requests", "inbox", 35, farm -> late(boards.latest()));
    }

    private static MenuEntry.@Nullable Count late(@Nullable Board board) {
        long late = board == null ? 0 : board.late();
        return late == 0 ? null : new MenuEntry.Count((int) late, "hands", "request.menu.late");
    }
}
