package io.nordwand.job;

import io.nordwand.farm.JobId;
import io.nordwand.web.Access;
import io.nordwand.web.Fragments;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Page;
import io.nordwand.web.Paths;
import io.nordwand.web.Role;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One job's page and its live stream. */
@Page
@Access(Role.VIEWER)
@RequestMapping("/jobs/{id}")
class JobController {

    private final JobViews views;
    private final Fragments fragments;
    private final LiveStream liveStream;

    JobController(JobViews views, Fragments fragments, LiveStream liveStream) {
        this.views = views;
        this.fragments = fragments;
        this.liveStream = liveStream;
    }

    @GetMapping
    Mono<Rendering> page(@PathVariable String id) {
        return views.view(job(id))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .map(view -> Rendering.view("job/job")
                        .modelAttribute("job", view)
                        .modelAttribute("streamUrl", "/jobs/" + Paths.segment(id) + "/events")
                        .build());
    }

    @ResponseBody
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(@PathVariable String id) {
        return liveStream.of(views.updates(job(id)).map(this::regions));
    }

    private String regions(JobView view) {
        Map<String, JobView> model = Map.of("job", view);
        return LiveStream.partial("#job-state", "outerMorph", fragments.render("job/now", "state", model))
                + LiveStream.partial("#job-now", "outerMorph", fragments.render("job/now", "now", model))
                + LiveStream.partial("#job-times", "outerMorph", fragments.render("job/now", "times", model));
    }

    static JobId job(String id) {
        if (id.isBlank()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new JobId(id);
    }
}
