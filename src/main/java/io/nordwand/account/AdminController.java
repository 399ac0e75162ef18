package io.nordwand.account;

import io.nordwand.web.Access;
import io.nordwand.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The administration begins with the accounts. */
@Controller
@Access(Role.ADMIN)
class AdminController {

    @GetMapping("/admin")
    String administration() {
        return "redirect:/admin/users";
    }
}
