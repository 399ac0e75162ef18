package io.nordwand.audit;

import io.nordwand.web.MenuEntry;
import io.nordwand.web.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log's entry in the menu. */
@Configuration(proxyBeanMethods = false)
class AuditMenu {

    @Bean
    MenuEntry auditEntry() {
        return MenuEntry.of("audit", "audit.title", "/audit", "scroll-text", 80, Role.OPERATOR);
    }
}
