package io.nordwand.account;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Actors;
import io.nordwand.web.Access;
import io.nordwand.web.Htmx;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The changes of one account: a question, which is a page of its own and a dialog over the list, and its answer, which
 * leads back to the list. An account that somebody else changed in the meantime is shown as it was wanted and as it is.
 */
@Page
@Access(Role.ADMIN)
@RequestMapping(UsersController.PATH + "/{id}/{change}")
class ChangeController {

    private final Accounts accounts;
    private final Changes changes;
    private final Handovers handovers;

    ChangeController(Accounts accounts, Changes changes, Handovers handovers) {
        this.accounts = accounts;
        this.changes = changes;
        this.handovers = handovers;
    }

    @GetMapping
    Mono<Rendering> question(
            @PathVariable long id,
            @PathVariable String change,
            @RequestParam(required = false) @Nullable String wanted,
            ServerWebExchange exchange) {
        boolean modal = Htmx.asks(exchange.getRequest())
                && "partial".equals(exchange.getRequest().getHeaders().getFirst("HX-Request-Type"));
        return Actors.of(exchange)
                .map(actor -> ask(
                        named(change),
                        account(id),
                        actor,
                        AccountForm.role(wanted).orElse(null)))
                .map(ask -> ask.self() && ask.change() == Change.RESET
                        ? Rendering.redirectTo(OwnController.PATH)
                                .status(HttpStatus.SEE_OTHER)
                                .build()
                        : view(ask, modal));
    }

    @PostMapping
    Mono<Rendering> change(@PathVariable long id, @PathVariable String change, ServerWebExchange exchange) {
        return Mono.zip(Actors.of(exchange), exchange.getFormData())
                .flatMap(both -> answer(named(change), account(id), both.getT1(), both.getT2(), exchange));
    }

    private Mono<Rendering> answer(
            Change change,
            Account account,
            Actor actor,
            MultiValueMap<String, String> fields,
            ServerWebExchange exchange) {
        AccountForm form = AccountForm.from(fields);
        Ask ask = ask(change, account, actor, form.role());
        String password = change != Change.RESET ? null : form.chosen() ? form.password() : Passwords.random();
        Role role = change == Change.ROLE ? ask.wanted() : null;
        Wish wish = new Wish(change, account.id(), version(fields), role, password);
        Refusal refusal = against(wish, ask, form, fields.getFirst("sure") != null);
        if (refusal != null) {
            return Mono.just(view(ask.refused(refusal), false));
        }
        return changes.change(actor, wish)
                .flatMap(changed -> back(
                        new Handover(change.key(), changed.name(), password == null || form.chosen() ? "" : password),
                        exchange))
                .onErrorResume(RefusedException.class, refused -> refused(wish, ask, refused.refusal(), exchange));
    }

    private static @Nullable Refusal against(Wish wish, Ask ask, AccountForm form, boolean sure) {
        if (ask.self() && wish.change() == Change.RESET) {
            return Refusal.OWN_RESET;
        }
        if (ask.shutsOut() && wish.lowers(ask.account()) && !sure) {
            return Refusal.UNCONFIRMED;
        }
        return wish.change() == Change.RESET
                ? form.againstPassword(ask.account().name())
                : null;
    }

    /** What somebody else did in the meantime is a question anew, unless it is just what was wanted. */
    private Mono<Rendering> refused(Wish wish, Ask ask, Refusal refusal, ServerWebExchange exchange) {
        Account now = account(wish.id());
        if (refusal != Refusal.CHANGED) {
            return Mono.just(view(ask.refused(refusal), false));
        }
        return wish.isMetBy(now)
                ? back(new Handover("already", now.name(), ""), exchange)
                : Mono.just(Rendering.view("account/conflict")
                        .status(HttpStatus.CONFLICT)
                        .modelAttribute("wish", wish)
                        .modelAttribute("now", now)
                        .build());
    }

    private Mono<Rendering> back(Handover told, ServerWebExchange exchange) {
        return exchange.getSession().map(session -> {
            handovers.leave(session.getId(), told);
            return Rendering.redirectTo(UsersController.PATH)
                    .status(HttpStatus.SEE_OTHER)
                    .build();
        });
    }

    private static Rendering view(Ask ask, boolean modal) {
        Refusal refusal = ask.refusal();
        return Rendering.view(modal ? "account/change :: dialog" : "account/change")
                .status(refusal == null ? HttpStatus.OK : refusal.status())
                .modelAttribute("modal", modal)
                .modelAttribute("ask", ask)
                .modelAttribute("shortest", PasswordRules.SHORTEST)
                .build();
    }

    private Ask ask(Change change, Account account, Actor actor, @Nullable Role wanted) {
        boolean self = Account.key(account.name()).equals(Account.key(actor.name()));
        boolean last = account.rules() && !account.demo() && !accounts.current().hasAnotherRuler(account.id());
        return new Ask(change, account, self, last, wanted == null ? account.role() : wanted, null);
    }

    private Account account(long id) {
        Account account = accounts.current().numbered(id);
        if (account == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return account;
    }

    private static Change named(String key) {
        return Arrays.stream(Change.values())
                .filter(change -> change.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static long version(MultiValueMap<String, String> form) {
        try {
            return Long.parseLong(String.valueOf(form.getFirst("version")));
        } catch (NumberFormatException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form lacks its version", unreadable);
        }
    }
}
