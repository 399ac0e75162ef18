package io.nordwand.dispatch;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Actors;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Printer;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Sends a build to several printers: the question with all printers ranked, and the answer to it. */
@Page
@Access(Role.OPERATOR)
@RequestMapping("/builds/{id}/send")
class SendController {

    private final Sends sends;
    private final Batches batches;
    private final Farms farms;
    private final Answers answers;

    SendController(Sends sends, Batches batches, Farms farms, Answers answers) {
        this.sends = sends;
        this.batches = batches;
        this.farms = farms;
        this.answers = answers;
    }

    @GetMapping
    Mono<Rendering> question(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String spread,
            ServerWebExchange exchange) {
        BuildId build = build(id);
        return answers.dialog("dispatch/send", dialog(build, from, spread), Sends.place(build), exchange);
    }

    /** Only the printers, with the proposal that was asked for. */
    @GetMapping("/choice")
    Mono<Rendering> choice(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "") String spread,
            ServerWebExchange exchange) {
        BuildId build = build(id);
        return answers.fragment("dispatch/send :: choice", dialog(build, from, spread), Sends.place(build), exchange);
    }

    @PostMapping
    Mono<Rendering> send(@PathVariable String id, ServerWebExchange exchange) {
        BuildId build = build(id);
        return exchange.getFormData().flatMap(form -> {
            Printer from = sends.from(form.getFirst("from"));
            Portions portions = Portions.of(form, farms.current());
            if (!portions.problems().isEmpty()) {
                return answers.again(
                        "dispatch/send",
                        sends.dialog(build, from).map(dialog -> dialog.again(portions)),
                        Sends.place(build),
                        exchange);
            }
            return send(build, portions, form, exchange);
        });
    }

    private Mono<Rendering> send(
            BuildId build, Portions portions, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        String actionId = Field.required(form, "actionId");
        return Mono.zip(exchange.getSession(), Actors.of(exchange), sends.title(build))
                .flatMap(known -> {
                    List<Intent> intents = portions.copies().entrySet().stream()
                            .map(share -> intent(
                                    known.getT1().getId(),
                                    actionId,
                                    known.getT2(),
                                    build,
                                    known.getT3(),
                                    share,
                                    portions))
                            .toList();
                    List<Printer> printers = List.copyOf(portions.copies().keySet());
                    return batches.begin(
                            intents, printers, "/builds/" + Batches.segment(build.value()) + "/send", exchange);
                });
    }

    private static Intent intent(
            String session,
            String actionId,
            Actor actor,
            BuildId build,
            String title,
            Map.Entry<Printer, Integer> share,
            Portions portions) {
        Printer printer = share.getKey();
        Step step = Step.append(printer.id(), build, title, null);
        return Intent.of(session, actionId, actor, Operation.SEND, printer.id(), build, List.of())
                .at(Sends.place(build))
                .with(Collections.nCopies(share.getValue(), step), Map.of())
                .seeing(portions.seen().getOrDefault(printer.id(), ""));
    }

    private Mono<SendDialog> dialog(BuildId build, @Nullable String from, @Nullable String spread) {
        Printer printer = sends.from(from);
        return spread == null ? sends.dialog(build, printer) : sends.spread(build, printer, spread);
    }

    private static BuildId build(String id) {
        return new BuildId(Field.id(id, "build"));
    }
}
