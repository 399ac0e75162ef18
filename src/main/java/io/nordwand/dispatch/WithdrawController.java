package io.nordwand.dispatch;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Actors;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes a build out of all queues of the farm: its entries as read afresh, and the answer to that question. */
@Page
@Access(Role.OPERATOR)
@RequestMapping("/queues/withdraw")
class WithdrawController {

    private static final String ENTRY = "entry:";
    private static final String CALLED = "called:";
    private static final int LONGEST_NAME = 100;

    private final Withdrawals withdrawals;
    private final Batches batches;
    private final Sends sends;
    private final Farms farms;
    private final Answers answers;

    WithdrawController(Withdrawals withdrawals, Batches batches, Sends sends, Farms farms, Answers answers) {
        this.withdrawals = withdrawals;
        this.batches = batches;
        this.sends = sends;
        this.farms = farms;
        this.answers = answers;
    }

    @GetMapping
    Mono<Rendering> question(@RequestParam String build, ServerWebExchange exchange) {
        BuildId id = new BuildId(Field.id(build, "build"));
        return answers.dialog("dispatch/withdraw", withdrawals.dialog(id), Withdrawals.place(id), exchange);
    }

    @PostMapping
    Mono<Rendering> withdraw(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> {
            BuildId build = new BuildId(Field.required(form, "build"));
            List<String> left = left(form);
            if (!left.isEmpty()) {
                return answers.again(
                        "dispatch/withdraw",
                        withdrawals.dialog(build).map(dialog -> dialog.without(left)),
                        Withdrawals.place(build),
                        exchange);
            }
            Map<Printer, List<EntryId>> chosen = chosen(form);
            if (chosen.isEmpty()) {
                return answers.again(
                        "dispatch/withdraw",
                        withdrawals.dialog(build).map(WithdrawDialog::again),
                        Withdrawals.place(build),
                        exchange);
            }
            return withdraw(build, chosen, form, exchange);
        });
    }

    private Mono<Rendering> withdraw(
            BuildId build,
            Map<Printer, List<EntryId>> chosen,
            MultiValueMap<String, String> form,
            ServerWebExchange exchange) {
        String actionId = Field.required(form, "actionId");
        return Mono.zip(exchange.getSession(), Actors.of(exchange), sends.title(build))
                .flatMap(known -> {
                    List<Intent> intents = chosen.entrySet().stream()
                            .map(share ->
                                    intent(known.getT1().getId(), actionId, known.getT2(), build, known.getT3(), share))
                            .toList();
                    return batches.begin(
                            intents,
                            List.copyOf(chosen.keySet()),
                            "/queues/withdraw?build=" + Batches.segment(build.value()),
                            exchange);
                });
    }

    private static Intent intent(
            String session,
            String actionId,
            Actor actor,
            BuildId build,
            String title,
            Map.Entry<Printer, List<EntryId>> share) {
        PrinterId printer = share.getKey().id();
        List<Step> steps = share.getValue().stream()
                .map(entry -> Step.remove(printer, entry, build, title))
                .toList();
        return Intent.of(session, actionId, actor, Operation.WITHDRAW, printer, build, share.getValue())
                .at(Withdrawals.place(build))
                .with(steps, Map.of());
    }

    /** Printers with ticked entries that are no longer in the farm, as the form called them. */
    private List<String> left(MultiValueMap<String, String> form) {
        return form.keySet().stream()
                .filter(name -> name.startsWith(ENTRY))
                .map(name -> Field.id(name.substring(ENTRY.length()), "printer"))
                .filter(id -> !farms.current().printers().containsKey(new PrinterId(id)))
                .map(id -> Objects.requireNonNullElse(form.getFirst(CALLED + id), id))
                .map(name -> name.substring(0, Math.min(LONGEST_NAME, name.length())))
                .toList();
    }

    /** The ticked entries by printer, in the order of their queue. */
    private Map<Printer, List<EntryId>> chosen(MultiValueMap<String, String> form) {
        Map<Printer, List<EntryId>> chosen = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            Printer printer = name.startsWith(ENTRY)
                    ? farms.current().printers().get(new PrinterId(Field.id(name.substring(ENTRY.length()), "printer")))
                    : null;
            if (printer != null) {
                chosen.put(
                        printer,
                        values.stream()
                                .distinct()
                                .map(value -> new EntryId(Field.id(value, "entry")))
                                .toList());
            }
        });
        return chosen;
    }
}
