package io.nordwand.dispatch;

import io.nordwand.audit.Actors;
import io.nordwand.web.Access;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What became of something that was asked of several printers at once, live, and how to go on with what is left. */
@Page
@Access(Role.VIEWER)
@RequestMapping("/sends/{group}")
class BatchController {

    private final Batches batches;
    private final Answers answers;
    private final LiveStream liveStream;

    BatchController(Batches batches, Answers answers, LiveStream liveStream) {
        this.batches = batches;
        this.answers = answers;
        this.liveStream = liveStream;
    }

    @GetMapping
    Rendering page(@PathVariable String group) {
        return Rendering.view("dispatch/batch")
                .modelAttribute("batch", batches.of(group))
                .modelAttribute("streamUrl", Batches.address(group) + "/events")
                .build();
    }

    @ResponseBody
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(@PathVariable String group) {
        batches.of(group);
        return liveStream.of(batches.regions(group));
    }

    @Access(Role.OPERATOR)
    @GetMapping("/continue")
    Mono<Rendering> rest(@PathVariable String group, ServerWebExchange exchange) {
        return answers.dialog(
                "dispatch/continue", Mono.fromSupplier(() -> batches.of(group)), Batches.place(group), exchange);
    }

    /** Nothing is sent when the batch is not as it was shown: its page then shows how it is. */
    @Access(Role.OPERATOR)
    @PostMapping("/continue")
    Mono<Rendering> goOn(@PathVariable String group, ServerWebExchange exchange) {
        return Mono.zip(exchange.getFormData(), exchange.getSession(), Actors.of(exchange))
                .flatMap(known -> {
                    Batch batch = batches.of(group);
                    String actionId = Field.required(known.getT1(), "actionId");
                    if (!batch.mark().equals(known.getT1().getFirst("mark"))) {
                        return Mono.just(answers.to(Batches.address(group), exchange));
                    }
                    return batches.resume(batch, known.getT2().getId(), actionId, known.getT3(), exchange);
                });
    }
}
