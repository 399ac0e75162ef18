package io.nordwand.dispatch;

import io.nordwand.audit.Actor;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Printer;
import io.nordwand.web.Fragments;
import io.nordwand.web.LiveStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Starts what a form asks of several printers, and shows what became of it. */
@Component
class Batches {

    private final Actions actions;
    private final Dispatcher dispatcher;
    private final Farms farms;
    private final Answers answers;
    private final Fragments fragments;

    Batches(Actions actions, Dispatcher dispatcher, Farms farms, Answers answers, Fragments fragments) {
        this.actions = actions;
        this.dispatcher = dispatcher;
        this.farms = farms;
        this.answers = answers;
        this.fragments = fragments;
    }

    /** A part of an address. */
    static String segment(String text) {
        return UriUtils.encode(text, "UTF-8");
    }

    /** The batch as it stands; 404 when nobody knows of it any more. */
    Batch of(String group) {
        Batch batch = Batch.of(group, actions.group(group));
        if (batch == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such batch");
        }
        return batch;
    }

    /** The live region of a batch, each time that it looks different from what the page showed, and at first. */
    Flux<String> regions(String group) {
        return Flux.concat(Flux.just(group), actions.updates(group).map(Action::group))
                .onBackpressureLatest()
                .map(changed -> fragments
                        .render("dispatch/batch", "batch", Map.of("batch", of(group)))
                        .strip())
                .distinctUntilChanged()
                .map(html -> LiveStream.partial("#batch", "outerMorph", html));
    }

    /**
     * Decides and starts in one step, so that nothing can come between a granted claim and its actions, then leads to
     * the page that shows how far they get.
     *
     * @param at where to look when nothing may be sent
     */
    Mono<Rendering> begin(List<Intent> intents, List<Printer> printers, String at, ServerWebExchange exchange) {
        return go(actions.claim(intents, printers), at, exchange);
    }

    /** Sends what is left of the batch, and only that; when something changed since it was shown, nothing is sent. */
    Mono<Rendering> resume(Batch batch, String session, String actionId, Actor actor, ServerWebExchange exchange) {
        List<Batch.Share> shares = batch.continuable().stream()
                .filter(share ->
                        farms.current().printers().containsKey(share.latest().printer()))
                .toList();
        String at = address(batch.id());
        if (shares.isEmpty()) {
            return Mono.just(answers.to(at, exchange));
        }
        List<Intent> intents = shares.stream()
                .map(share -> again(share, session, actionId, actor).at(place(batch.id())))
                .toList();
        List<Printer> printers = shares.stream()
                .map(share -> farms.current().printer(share.latest().printer()).orElseThrow())
                .toList();
        return go(actions.resume(intents, printers, batch.id(), batch.known()), at, exchange);
    }

    private static Intent again(Batch.Share share, String session, String actionId, Actor actor) {
        Action latest = share.latest();
        BuildId build = Objects.requireNonNull(latest.build(), "what is sent is a build");
        List<Step> steps = share.left().stream()
                .map(step -> Step.append(latest.printer(), build, step.title(), null))
                .toList();
        return Intent.of(session, actionId, actor, Operation.SEND, latest.printer(), build, List.of())
                .with(steps, Map.of())
                .seeing("left of an earlier sending: " + steps.size() + "; " + share.because());
    }

    private Mono<Rendering> go(Claim claim, String at, ServerWebExchange exchange) {
        return claim.fold(
                started -> {
                    List<Mono<Action>> ends = started.stream()
                            .filter(action -> !action.stage().ended())
                            .map(dispatcher::start)
                            .toList();
                    return Flux.merge(ends).then(Mono.fromSupplier(() -> page(started, exchange)));
                },
                repeated -> Mono.just(page(repeated, exchange)),
                denial -> Mono.just(answers.notSent(denial, "", at, exchange)));
    }

    private Rendering page(List<Action> actions, ServerWebExchange exchange) {
        return answers.to(address(actions.get(0).group()), exchange);
    }

    /** Whether the action is one printer's share of something, with a page for the whole. */
    static boolean shared(Action action) {
        return action.operation() == Operation.SEND || action.operation() == Operation.WITHDRAW;
    }

    /** The page that shows how far all of it gets. */
    static String address(String group) {
        return "/sends/" + segment(group);
    }

    static String place(String group) {
        return "continue " + group;
    }
}
