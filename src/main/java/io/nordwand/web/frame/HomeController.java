package io.nordwand.web.frame;

import io.nordwand.web.Access;
import io.nordwand.web.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to the fleet. */
@Controller
@Access(Role.VIEWER)
class HomeController {

    @GetMapping("/")
    String home() {
        return "redirect:/fleet";
    }
}
