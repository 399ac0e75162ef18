package io.nordwand.build;

import io.nordwand.database.DatabaseException;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.history.Mirrors;
import io.nordwand.web.Access;
import io.nordwand.web.Htmx;
import io.nordwand.web.LiveStream;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import io.nordwand.web.WebProperties;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One build's page, its live stream, and what it is made of, which alone is read from Eiger. */
@Page
@Access(Role.VIEWER)
@RequestMapping("/builds/{id}")
class BuildController {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    /** Within it a region comes from Eiger; a browser that asks for the whole page waits less. */
    private static final Duration REGION = Duration.ofSeconds(25);

    private static final Duration WHOLE = Duration.ofSeconds(2);

    private final BuildPages pages;
    private final BuildDetails details;
    private final BuildStream stream;
    private final LiveStream liveStream;
    private final Mirrors mirrors;
    private final Locale locale;

    BuildController(
            BuildPages pages,
            BuildDetails details,
            BuildStream stream,
            LiveStream liveStream,
            Mirrors mirrors,
            WebProperties web) {
        this.pages = pages;
        this.details = details;
        this.stream = stream;
        this.liveStream = liveStream;
        this.mirrors = mirrors;
        this.locale = web.locale();
    }

    @GetMapping
    Mono<Rendering> page(@PathVariable String id, Model model) {
        BuildId build = build(id);
        return page(build, Mono.just(PartsPage.later(build)), model);
    }

    /** The same page with its parts for browsers without scripts; for the others the parts alone. */
    @GetMapping("/parts")
    Mono<Rendering> parts(@PathVariable String id, Model model, ServerWebExchange exchange) {
        BuildId build = build(id);
        if (!Htmx.asks(exchange.getRequest())) {
            return page(build, parts(build, WHOLE), model);
        }
        return parts(build, REGION)
                .map(parts -> Rendering.view("build/content :: content")
                        .modelAttribute("parts", parts)
                        .build());
    }

    @ResponseBody
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(
            @PathVariable String id, @RequestParam(defaultValue = "") String rev, Model model) {
        BuildId build = build(id);
        return Viewing.acts(model).flatMapMany(acts -> liveStream.of(stream.regions(build, acts, rev)));
    }

    private Mono<Rendering> page(BuildId build, Mono<PartsPage> parts, Model model) {
        return Mono.zip(pages.page(build), Viewing.acts(model), parts)
                .map(all -> Rendering.view("build/build")
                        .modelAttribute("page", all.getT1())
                        .modelAttribute("acts", all.getT2())
                        .modelAttribute("parts", all.getT3())
                        .build())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .onErrorResume(FarmException.class, e -> unread(e.trouble()))
                .onErrorResume(DatabaseException.class, e -> unread(null));
    }

    /**
     * A build that the copy does not have and Eiger can't be asked for, or that can't be looked up at all. What Eiger
     * refuses as an id is no build.
     */
    private static Mono<Rendering> unread(@Nullable Trouble trouble) {
        if (trouble instanceof Trouble.NotFound || trouble instanceof Trouble.Rejected) {
            return Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        String sentence = trouble == null ? "" : trouble.sentence();
        return Mono.just(Rendering.view("build/unread")
                .modelAttribute("sentence", sentence)
                .status(HttpStatus.SERVICE_UNAVAILABLE)
                .build());
    }

    private Mono<PartsPage> parts(BuildId build, Duration patience) {
        return details.of(build)
                .flatMap(look -> forgotten(build, look).thenReturn(PartsPage.of(build, look, locale)))
                .timeout(patience, Mono.just(PartsPage.waiting(build)));
    }

    /** A build that Eiger does not have any more is not kept either. */
    private Mono<Void> forgotten(BuildId build, BuildDetails.Look look) {
        return look.trouble() instanceof Trouble.NotFound
                ? mirrors.refresh(build).onErrorComplete()
                : Mono.empty();
    }

    private static BuildId build(String id) {
        if (!ID.matcher(id).matches()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new BuildId(id);
    }
}
