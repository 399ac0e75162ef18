package io.nordwand.approval;

import io.nordwand.web.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The module's entry in the menu. */
@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {

    @Bean
    MenuEntry approvalsEntry() {
        return MenuEntry.of("approvals", "approval.title", "/approvals", "stamp", 45);
    }
}
