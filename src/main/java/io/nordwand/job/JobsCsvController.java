package io.nordwand.job;

import io.nordwand.history.JobPage;
import io.nordwand.history.Jobs;
import io.nordwand.web.Access;
import io.nordwand.web.Csv;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The jobs of the list under the same filters, all pages, read piece by piece as the browser takes them. */
@RestController
@Access(Role.VIEWER)
class JobsCsvController {

    private static final int PIECE = 500;

    private final Jobs jobs;
    private final JobsPages pages;
    private final JobCsv csv;

    JobsCsvController(Jobs jobs, JobsPages pages, JobCsv csv) {
        this.jobs = jobs;
        this.pages = pages;
        this.csv = csv;
    }

    @GetMapping("/jobs.csv")
    Mono<Void> csv(
            @RequestParam MultiValueMap<String, String> params,
            ServerWebExchange exchange,
            ServerHttpResponse response) {
        JobQuery query = JobQuery.from(params);
        return operator(exchange)
                .flatMap(emails ->
                        // Read before the head is sent: a database that fails then gives an error page, not half a
                        // file.
                        piece(query.after(null)).flatMap(first -> {
                            Flux<String> text = Flux.just(JobCsv.head(emails))
                                    .concatWith(Mono.just(first)
                                            .expand(page -> page.next() == null
                                                    ? Mono.empty()
                                                    : piece(query.after(page.next())))
                                            .map(page -> csv.lines(page.jobs(), emails)));
                            return Csv.send("nordwand-jobs-" + pages.today() + ".csv", text, response);
                        }));
    }

    private Mono<JobPage> piece(JobQuery query) {
        return jobs.piece(query.filter(pages.today()), query.after(), PIECE);
    }

    /** Addresses are for operators only (field note 61). */
    private static Mono<Boolean> operator(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .map(who -> Viewer.of(who).map(Viewer::isOperator).orElse(false))
                .defaultIfEmpty(false);
    }
}
