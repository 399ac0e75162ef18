package io.nordwand.kiosk;

import io.nordwand.web.AdminEntry;
import io.nordwand.web.ScreenGate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of screens among those of the administration, and what lets screens through. */
@Configuration(proxyBeanMethods = false)
class ScreenConfiguration {

    @Bean
    AdminEntry screensEntry() {
        return new AdminEntry("screens", "screens.title", ScreensController.PATH, 30);
    }

    @Bean
    ScreenGate screenGate(Screens screens) {
        return request -> screens.withToken(ScreenCookie.of(request)) != null;
    }
}
