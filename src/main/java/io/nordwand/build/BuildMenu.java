package io.nordwand.build;

import io.nordwand.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The builds' entry in the menu. */
@Configuration(proxyBeanMethods = false)
class BuildMenu {

    @Bean
    MenuEntry buildEntry() {
        return MenuEntry.of("builds", "build.list.title", "/builds", "box", 30);
    }
}
