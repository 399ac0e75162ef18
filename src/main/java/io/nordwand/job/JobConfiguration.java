package io.nordwand.job;

import io.nordwand.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs' entry in the menu. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    MenuEntry jobsEntry() {
        return MenuEntry.of("jobs", "job.title", "/jobs", "history", 40);
    }
}
