package io.nordwand.database;

import io.nordwand.web.Access;
import io.nordwand.web.AdminEntry;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The administration's page about what is stored, and the way to a copy of it. */
@Page
@Access(Role.ADMIN)
class StorageController {

    private final Backups backups;

    StorageController(Backups backups) {
        this.backups = backups;
    }

    @GetMapping("/admin/storage")
    String page(Model model) {
        model.addAttribute("embedded", backups.possible());
        return "database/storage";
    }

    /** Its place among the pages of the administration. */
    @Configuration(proxyBeanMethods = false)
    static class Entry {

        @Bean
        AdminEntry storageEntry() {
            return new AdminEntry("storage", "database.title", "/admin/storage", 60);
        }
    }
}
