package io.nordwand.person;

import io.nordwand.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The people's entry in the menu. */
@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

    @Bean
    MenuEntry peopleEntry() {
        return MenuEntry.of("people", "person.title", "/people", "users", 70);
    }
}
