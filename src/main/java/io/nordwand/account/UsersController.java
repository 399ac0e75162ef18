package io.nordwand.account;

import io.nordwand.audit.Actors;
import io.nordwand.web.Access;
import io.nordwand.web.Htmx;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** The list of accounts, and adding one. */
@Page
@Access(Role.ADMIN)
@RequestMapping(UsersController.PATH)
class UsersController {

    static final String PATH = "/admin/users";

    private final Accounts accounts;
    private final Changes changes;
    private final Handovers handovers;

    UsersController(Accounts accounts, Changes changes, Handovers handovers) {
        this.accounts = accounts;
        this.changes = changes;
        this.handovers = handovers;
    }

    @GetMapping
    Mono<Rendering> list(ServerWebExchange exchange) {
        return Mono.zip(exchange.getPrincipal().map(Principal::getName), exchange.getSession())
                .map(both -> {
                    Rendering.Builder<?> view = Rendering.view("account/users")
                            .modelAttribute("users", accounts.current().list())
                            .modelAttribute("me", both.getT1());
                    Handover told = handovers.take(both.getT2().getId());
                    return (told == null ? view : view.modelAttribute("told", told)).build();
                });
    }

    @GetMapping("/new")
    Rendering add(ServerWebExchange exchange) {
        boolean modal = "partial".equals(exchange.getRequest().getHeaders().getFirst("HX-Request-Type"));
        return question(new AccountForm("", Role.OPERATOR, false, ""), null, modal && Htmx.asks(exchange.getRequest()));
    }

    @PostMapping
    Mono<Rendering> added(ServerWebExchange exchange) {
        return exchange.getFormData().map(AccountForm::from).flatMap(form -> {
            Refusal refusal = form.againstName() == null ? form.againstPassword(form.name()) : form.againstName();
            Role role = form.role();
            if (refusal != null || role == null) {
                return Mono.just(question(form, refusal, false));
            }
            String password = form.chosen() ? form.password() : Passwords.random();
            return Actors.of(exchange)
                    .flatMap(actor -> changes.add(actor, form.name(), role, password))
                    .zipWith(exchange.getSession())
                    .map(both -> back(
                            both.getT2(), new Handover("added", both.getT1().name(), form.chosen() ? "" : password)))
                    .onErrorResume(
                            RefusedException.class, refused -> Mono.just(question(form, refused.refusal(), false)));
        });
    }

    private Rendering back(WebSession session, Handover told) {
        handovers.leave(session.getId(), told);
        return Rendering.redirectTo(PATH).status(HttpStatus.SEE_OTHER).build();
    }

    private static Rendering question(AccountForm form, @Nullable Refusal refusal, boolean modal) {
        Rendering.Builder<?> view = Rendering.view(modal ? "account/add :: dialog" : "account/add")
                .status(refusal == null ? HttpStatus.OK : refusal.status());
        if (refusal != null) {
            view.modelAttribute("refusal", refusal);
        }
        return view.modelAttribute("modal", modal)
                .modelAttribute("form", form)
                .modelAttribute("roles", Role.values())
                .modelAttribute("shortest", PasswordRules.SHORTEST)
                .build();
    }
}
