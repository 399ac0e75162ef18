package io.nordwand.approval;

import io.nordwand.dispatch.Orders;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.Approved;
import io.nordwand.history.Approvals;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns approvals off, once the word is typed. */
@Page
@Access(Role.ADMIN)
@RequestMapping(OffController.PATH)
class OffController {

    static final String PATH = "/approvals/off";

    private final Approvals approvals;
    private final Proposals proposals;
    private final Confirmed confirmed;
    private final Orders orders;
    private final MessageSource messages;

    OffController(
            Approvals approvals, Proposals proposals, Confirmed confirmed, Orders orders, MessageSource messages) {
        this.approvals = approvals;
        this.proposals = proposals;
        this.confirmed = confirmed;
        this.orders = orders;
        this.messages = messages;
    }

    /**
     * The question.
     *
     * @param plan names the plan in the form; blank when there is nothing to turn off
     * @param count number of approved builds that are dropped
     * @param untyped whether the word was not typed
     * @param old whether the form of a page that was too old led here
     * @param trouble why the set could not be read, or null
     */
    public record Question(
            String plan,
            int count,
            boolean untyped,
            boolean old,
            @Nullable Trouble trouble) {}

    @GetMapping
    Mono<Rendering> question(@RequestParam(defaultValue = "false") boolean old, ServerWebExchange exchange) {
        return question(false, old, exchange);
    }

    private Mono<Rendering> question(boolean untyped, boolean old, ServerWebExchange exchange) {
        Mono<Question> question = exchange.getSession()
                .flatMap(session -> approvals.read().map(now -> {
                    String plan = now.on()
                            ? proposals.add(session.getId(), now, Approved.OFF).id()
                            : "";
                    return new Question(plan, now.builds().size(), untyped, old, null);
                }))
                .onErrorResume(
                        FarmException.class, error -> Mono.just(new Question("", 0, untyped, old, error.trouble())));
        return Mono.zip(question, orders.forms(exchange, Change.PLACE))
                .map(both -> Rendering.view("approval/off")
                        .modelAttribute("question", both.getT1())
                        .modelAttribute("forms", both.getT2())
                        .status(status(both.getT1()))
                        .build());
    }

    private static HttpStatus status(Question question) {
        if (question.trouble() != null) {
            return HttpStatus.BAD_GATEWAY;
        }
        return question.untyped() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }

    @PostMapping
    Mono<Rendering> off(ServerWebExchange exchange) {
        return Mono.zip(exchange.getFormData(), orders.used(exchange)).flatMap(known -> {
            String word = messages.getMessage("approval.off.word", null, Locale.ENGLISH);
            String typed = Optional.ofNullable(known.getT1().getFirst("word"))
                    .orElse("")
                    .strip();
            return known.getT2() || typed.equalsIgnoreCase(word)
                    ? confirmed.place(plan -> !plan.becomes().on(), PATH, exchange)
                    : question(true, false, exchange);
        });
    }
}
