package io.nordwand.job;

import io.nordwand.dispatch.Commission;
import io.nordwand.dispatch.Errand;
import io.nordwand.dispatch.Orders;
import io.nordwand.farm.JobId;
import io.nordwand.web.Access;
import io.nordwand.web.Fragments;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Page;
import io.nordwand.web.Paths;
import io.nordwand.web.Role;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The inspection reports of one job: which there are, ordering those that are missing, and how that goes. */
@Page
@Access(Role.VIEWER)
@RequestMapping("/jobs/{id}/reports")
class ReportController {

    private final ReportPages pages;
    private final Reports reports;
    private final Orders orders;
    private final Fragments fragments;
    private final LiveStream liveStream;

    ReportController(ReportPages pages, Reports reports, Orders orders, Fragments fragments, LiveStream liveStream) {
        this.pages = pages;
        this.reports = reports;
        this.orders = orders;
        this.fragments = fragments;
        this.liveStream = liveStream;
    }

    @GetMapping
    Mono<Rendering> page(@PathVariable String id, ServerWebExchange exchange) {
        JobId job = JobController.job(id);
        return pages.page(job)
                .switchIfEmpty(missing())
                .zipWith(orders.forms(exchange, Reports.alone(job)))
                .map(known -> Rendering.view("job/reports")
                        .modelAttribute("page", known.getT1())
                        .modelAttribute("forms", known.getT2())
                        .modelAttribute("streamUrl", address(job) + "/events")
                        .build());
    }

    @ResponseBody
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(@PathVariable String id) {
        return liveStream.of(pages.updates(JobController.job(id)).map(this::rows));
    }

    private String rows(ReportPage page) {
        return LiveStream.partial(
                        "#report-rows", "outerMorph", fragments.render("job/report-list", "rows", Map.of("page", page)))
                + LiveStream.partial(
                        "#report-sum", "outerMorph", fragments.render("job/report-list", "sum", Map.of("page", page)));
    }

    /** Orders every report that is missing by a fresh reading, one by one, each at most once. */
    @PostMapping
    @Access(Role.OPERATOR)
    Mono<Rendering> order(@PathVariable String id, ServerWebExchange exchange) {
        JobId job = JobController.job(id);
        return orders.used(exchange).flatMap(used -> used ? Mono.just(back(job)) : place(job, exchange));
    }

    private Mono<Rendering> place(JobId job, ServerWebExchange exchange) {
        return pages.fresh(job).switchIfEmpty(missing()).flatMap(page -> {
            List<Errand> errands = page.rows().stream()
                    .filter(row -> ReportPage.orderable(row.state()))
                    .map(row -> reports.order(job, row.part(), subject(page, row)))
                    .toList();
            if (errands.isEmpty()) {
                return Mono.just(back(job));
            }
            Commission commission = new Commission(
                    Reports.alone(job),
                    Reports.alone(job),
                    address(job),
                    order -> {
                        reports.ordered(job, order);
                        return address(job);
                    },
                    errands);
            return orders.place(commission, exchange);
        });
    }

    private static String subject(ReportPage page, ReportPage.Row row) {
        String title = page.job().row().title();
        return (title == null ? page.job().id() : title) + ", " + row.number() + " of "
                + page.rows().size();
    }

    private static Rendering back(JobId job) {
        return Rendering.redirectTo(address(job)).status(HttpStatus.SEE_OTHER).build();
    }

    private static String address(JobId job) {
        return "/jobs/" + Paths.segment(job.value()) + "/reports";
    }

    private static <T> Mono<T> missing() {
        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
