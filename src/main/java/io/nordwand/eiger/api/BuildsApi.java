package io.nordwand.eiger.api;

import io.nordwand.eiger.wire.BuildWire;
import io.nordwand.eiger.wire.JobWire;
import io.nordwand.eiger.wire.Order;
import io.nordwand.eiger.wire.Page;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/** Builds, approvals, backlog and requests (tag Builds). */
@HttpExchange(accept = "application/json")
public interface BuildsApi {

    /** One page of builds. */
    @GetExchange("/builds")
    Mono<Page<BuildWire>> listBuilds(@RequestParam MultiValueMap<String, String> query);

    /** One build with its part versions. */
    @GetExchange("/builds/{build}")
    Mono<BuildWire> readBuild(@PathVariable String build);

    /** One page of approved builds; empty when approvals are off, which is not an empty page (field note 51). */
    @GetExchange("/builds/approved")
    @Habits(Habit.MAY_BE_OFF)
    Mono<Page<BuildWire>> listApprovedBuilds(@RequestParam MultiValueMap<String, String> query);

    /** Replaces the whole approved set (field note 50). */
    @PutExchange("/builds/approved")
    Mono<Void> approveBuilds(@RequestBody Order.OfApprovals approvals);

    /** Switches approvals off and drops the set (field note 52). */
    @DeleteExchange("/builds/approved")
    Mono<Void> disableApprovedBuilds();

    /** Puts a build on the backlog; there is no call to take it back. */
    @PostExchange("/backlog/{build}")
    Mono<JobWire> sendBuildToBacklog(@PathVariable String build, @RequestBody Order.OfDay day);

    /** Asks for a build to be printed. */
    @PostExchange("/job-requests/{build}")
    Mono<JobWire> sendBuildToJobRequestQueue(@PathVariable String build, @RequestBody Order.OfDay day);

    /** Withdraws a request; may hit several of the same build (field note 48). */
    @DeleteExchange("/job-requests/{build}")
    Mono<Void> removeBuildFromJobRequestQueue(@PathVariable String build);
}
