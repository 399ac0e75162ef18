package io.nordwand.job;

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

/** The list of jobs, whole or only what a change of the filters changes. */
@Page
@Access(Role.VIEWER)
class JobsController {

    private final JobsPages pages;

    JobsController(JobsPages pages) {
        this.pages = pages;
    }

    @GetMapping("/jobs")
    Mono<String> page(@RequestParam MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        return pages.page(JobQuery.from(params)).map(page -> {
            if (page.phase() == JobsPage.Phase.DOWN) {
                response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
            }
            return show(page, "job/jobs", model, response);
        });
    }

    /** The form sends the filters as they change; that is no step to go back to for each letter. */
    @GetMapping(path = "/jobs", headers = "HX-Request-Type=partial")
    Mono<String> region(@RequestParam MultiValueMap<String, String> params, Model model, ServerHttpResponse response) {
        return pages.page(JobQuery.from(params)).map(page -> {
            response.getHeaders().set("HX-Replace-Url", page.query().href());
            return show(page, "job/changed", model, response);
        });
    }

    private static String show(JobsPage page, String view, Model model, ServerHttpResponse response) {
        response.getHeaders().add("Vary", "HX-Request-Type");
        model.addAttribute("page", page);
        return view;
    }
}
