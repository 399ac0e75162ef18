package io.nordwand.eiger.api;

import io.nordwand.eiger.wire.JobWire;
import io.nordwand.eiger.wire.Page;
import io.nordwand.eiger.wire.ReportWire;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** Print jobs (tag Print Jobs). */
@HttpExchange(url = "/print_jobs", accept = "application/json")
public interface JobsApi {

    /** One page of jobs. A filter on {@code ended_at} drops running ones (field note 23). */
    @GetExchange
    Mono<Page<JobWire>> listPrintJobs(@RequestParam MultiValueMap<String, String> query);

    /** One job. */
    @GetExchange("/{job}")
    Mono<JobWire> readPrintJob(@PathVariable String job);

    /** The inspection reports of a job as far as there are any; orders none (field note 55). */
    @GetExchange("/{job}/scan_report")
    Mono<List<@Nullable ReportWire>> getPrintJobPartScanReport(@PathVariable String job);
}
