package io.nordwand.request;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Actors;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Params;
import io.nordwand.web.Role;
import io.nordwand.web.Viewer;
import java.time.LocalDate;
import java.util.Objects;
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

/** Changes a due day after filing: the question and the answer to it. For operators, and for whoever asked. */
@Page
@Access(Role.VIEWER)
@RequestMapping("/requests/{id:[0-9]{1,18}}/due")
class DueController {

    private static final String TEMPLATE = "request/due";

    private final Wishes wishes;
    private final DueDays dueDays;
    private final Wanted wanted;
    private final Replies replies;

    DueController(Wishes wishes, DueDays dueDays, Wanted wanted, Replies replies) {
        this.wishes = wishes;
        this.dueDays = dueDays;
        this.wanted = wanted;
        this.replies = replies;
    }

    @GetMapping
    Mono<Rendering> question(@PathVariable long id, ServerWebExchange exchange) {
        return dialog(id, exchange).flatMap(dialog -> replies.question(TEMPLATE, dialog, place(id), exchange));
    }

    @PostMapping
    Mono<Rendering> change(@PathVariable long id, ServerWebExchange exchange) {
        return Mono.zip(dialog(id, exchange), exchange.getFormData(), Actors.of(exchange))
                .flatMap(all -> answered(all.getT1(), all.getT2(), all.getT3(), exchange));
    }

    private Mono<Rendering> answered(
            DueDialog dialog, MultiValueMap<String, String> form, Actor actor, ServerWebExchange exchange) {
        Wanted.Answer answer = wanted.answer(null, form.getFirst("due"));
        LocalDate seen = Params.of(form).day("seen");
        Wish now = dialog.wish();
        boolean readable = !answer.problems().contains("due-unread");
        if (readable && dialog.open() && Objects.equals(answer.dueOn(), now.dueOn())) {
            return Mono.just(back(dialog));
        }
        if (!answer.problems().isEmpty()) {
            return again(dialog, now, answer, answer.problems().get(0), exchange);
        }
        return dueDays.change(actor, now, seen, answer.dueOn()).flatMap(ending -> switch (ending) {
            case DONE -> Mono.just(back(dialog));
            case CHANGED -> changed(dialog, answer, exchange);
            case NOT_AUDITED, NOT_STORED -> again(dialog, now, answer, "not-stored", exchange);
            case UNKNOWN -> again(dialog, now, answer, "unknown", exchange);
        });
    }

    /** What somebody else did in the meantime is a question anew. */
    private Mono<Rendering> changed(DueDialog dialog, Wanted.Answer answer, ServerWebExchange exchange) {
        return wishes.numbered(dialog.wish().id()).flatMap(now -> again(dialog, now, answer, "changed", exchange));
    }

    private Mono<Rendering> again(
            DueDialog dialog, Wish now, Wanted.Answer answer, String problem, ServerWebExchange exchange) {
        HttpStatus status = switch (problem) {
            case "changed" -> HttpStatus.CONFLICT;
            case "not-stored", "unknown" -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return replies.page(TEMPLATE, status, dialog.again(now, answer.due(), problem), place(now.id()), exchange);
    }

    private static Rendering back(DueDialog dialog) {
        return Rendering.redirectTo(dialog.back()).status(HttpStatus.SEE_OTHER).build();
    }

    private Mono<DueDialog> dialog(long id, ServerWebExchange exchange) {
        return Mono.zip(
                        wishes.numbered(id)
                                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))),
                        Replies.viewer(exchange))
                .map(both -> dialog(both.getT1(), both.getT2()));
    }

    private DueDialog dialog(Wish wish, Viewer viewer) {
        boolean own = wish.person().equals(viewer.name());
        if (!own && !viewer.isOperator()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "somebody else asked for it");
        }
        String back = viewer.isOperator() ? "/requests" : "/requests?mine=1";
        return new DueDialog(wish, DueDialog.word(wish.dueOn()), wanted.today(), wanted.zone(), back, "");
    }

    private static String place(long id) {
        return "due day " + id;
    }
}
