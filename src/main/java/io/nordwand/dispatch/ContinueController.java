package io.nordwand.dispatch;

import io.nordwand.audit.Actors;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Goes on with what a move or a new order left: a person looks at the queues as they are and confirms the rest. */
@Page
@Access(Role.OPERATOR)
@RequestMapping("/actions/{id}/continue")
class ContinueController {

    private final Actions actions;
    private final Dispatcher dispatcher;
    private final Dialogs dialogs;
    private final Plans plans;
    private final Answers answers;

    ContinueController(Actions actions, Dispatcher dispatcher, Dialogs dialogs, Plans plans, Answers answers) {
        this.actions = actions;
        this.dispatcher = dispatcher;
        this.dialogs = dialogs;
        this.plans = plans;
        this.answers = answers;
    }

    @GetMapping
    Mono<Rendering> ask(@PathVariable String id, ServerWebExchange exchange) {
        Action action = action(id);
        Printer printer = dialogs.printer(action.printer().value());
        return answers.dialog("dispatch/left", plans.left(action, actions.isLast(action)), printer, exchange);
    }

    @PostMapping
    Mono<Rendering> goOn(@PathVariable String id, ServerWebExchange exchange) {
        Action action = action(id);
        Printer printer = dialogs.printer(action.printer().value());
        return Mono.zip(exchange.getFormData(), exchange.getSession(), Actors.of(exchange))
                .flatMap(all -> {
                    MultiValueMap<String, String> form = all.getT1();
                    Map<PrinterId, List<EntryId>> seen = Seen.of(form);
                    List<Left> chosen = chosen(action, form.getOrDefault("step", List.of()));
                    boolean doubtful = chosen.stream().anyMatch(left -> LeftDialog.doubtful(left, seen));
                    if (chosen.isEmpty() || (doubtful && form.getFirst("looked") == null)) {
                        return answers.again(
                                "dispatch/left",
                                plans.left(action, actions.isLast(action)).map(LeftDialog::asking),
                                printer,
                                exchange);
                    }
                    Intent intent = Intent.of(
                                    all.getT2().getId(),
                                    Field.required(form, "actionId"),
                                    all.getT3(),
                                    action.operation(),
                                    printer.id(),
                                    null,
                                    action.entries())
                            .with(chosen.stream().map(Left::step).toList(), seen)
                            .seeing(Wording.queues(seen));
                    return go(actions.goOn(intent, printer, action), printer, exchange);
                });
    }

    private Mono<Rendering> go(Claim claim, Printer printer, ServerWebExchange exchange) {
        return claim.fold(
                started -> dispatcher.start(started.get(0)).thenReturn(answers.back(printer.id(), exchange)),
                repeated -> Mono.just(answers.back(printer.id(), exchange)),
                denial -> Mono.just(answers.notSent(denial, printer, exchange)));
    }

    private Action action(String id) {
        return actions.find(id)
                .filter(action -> !Left.of(action).isEmpty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "nothing to go on with"));
    }

    /**
     * The steps that the form names; each job with all that is left of it, since one half would double or lose it. Empty
     * where a copy of which nobody knew has turned up or gone since, so that the person has to look again.
     */
    private List<Left> chosen(Action action, List<String> numbers) {
        List<Left> left = plans.leftAsRead(action);
        List<Left> chosen = left.stream()
                .filter(each -> numbers.contains(String.valueOf(each.index())))
                .toList();
        boolean whole = left.stream()
                .filter(each -> !chosen.contains(each))
                .noneMatch(each -> chosen.stream()
                        .anyMatch(other -> each.step().entry() != null
                                && each.step().entry().equals(other.step().entry())));
        boolean fits = !chosen.isEmpty() && whole && chosen.size() == numbers.size();
        if (!fits && Left.of(action).stream().anyMatch(Left::lost)) {
            return List.of();
        }
        if (!fits) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The request does not name what is left");
        }
        return chosen;
    }
}
