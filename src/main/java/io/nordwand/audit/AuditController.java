package io.nordwand.audit;

import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** The audit log, whole or only what a change of the filters changes. */
@Page
@Access(Role.OPERATOR)
class AuditController {

    private final AuditPages pages;

    AuditController(AuditPages pages) {
        this.pages = pages;
    }

    @GetMapping("/audit")
    Mono<String> page(@RequestParam MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        return pages.page(AuditQuery.from(params)).map(page -> {
            if (page.phase() == AuditPage.Phase.DOWN) {
                response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
            }
            return show(page, "audit/audit", model, response);
        });
    }

    /** The form sends the filters as they change; that is no step to go back to for each letter. */
    @GetMapping(path = "/audit", headers = "HX-Request-Type=partial")
    Mono<String> region(@RequestParam MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        return pages.page(AuditQuery.from(params)).map(page -> {
            response.getHeaders().set("HX-Replace-Url", page.query().href());
            return show(page, "audit/changed", model, response);
        });
    }

    private static String show(AuditPage page, String view, Model model, ServerHttpResponse response) {
        response.getHeaders().add("Vary", "HX-Request-Type");
        model.addAttribute("page", page);
        return view;
    }
}
