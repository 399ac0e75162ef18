package io.nordwand.account;

import io.nordwand.audit.Actors;
import io.nordwand.web.Access;
import io.nordwand.web.LocalPath;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Everybody's own account: who they are here, and their password. */
@Page
@Access(Role.VIEWER)
@RequestMapping(OwnController.PATH)
class OwnController {

    static final String PATH = "/account";

    private final Accounts accounts;
    private final OwnPassword own;
    private final Handovers handovers;
    private final ServerSecurityContextRepository contexts;

    OwnController(Accounts accounts, OwnPassword own, Handovers handovers, ServerSecurityContextRepository contexts) {
        this.accounts = accounts;
        this.own = own;
        this.handovers = handovers;
        this.contexts = contexts;
    }

    @GetMapping
    Mono<Rendering> page(@RequestParam(required = false) @Nullable String next, ServerWebExchange exchange) {
        return Mono.zip(holder(exchange), exchange.getSession())
                .map(both -> view(both.getT1().orElse(null), next, null)
                        .modelAttribute("done", handovers.take(both.getT2().getId()) != null)
                        .build());
    }

    @PostMapping("/password")
    Mono<Rendering> password(ServerWebExchange exchange) {
        return Mono.zip(exchange.getFormData(), holder(exchange), Actors.of(exchange))
                .flatMap(all -> {
                    MultiValueMap<String, String> form = all.getT1();
                    Account account = all.getT2().orElse(null);
                    if (account == null) {
                        return Mono.just(back(PATH));
                    }
                    return own.change(
                                    all.getT3(),
                                    account,
                                    field(form, "current"),
                                    field(form, "wanted"),
                                    field(form, "again"))
                            .flatMap(changed -> goOn(changed, account.mustChange(), form.getFirst("next"), exchange))
                            .onErrorResume(
                                    RefusedException.class,
                                    refused -> Mono.just(view(account, form.getFirst("next"), refused.refusal())
                                            .status(refused.refusal().status())
                                            .build()));
                });
    }

    /** All sessions are over now; this one begins anew. */
    private Mono<Rendering> goOn(Account changed, boolean first, @Nullable String next, ServerWebExchange exchange) {
        return contexts.save(exchange, new SecurityContextImpl(Accounts.signIn(changed)))
                .then(exchange.getSession())
                .map(session -> {
                    if (first) {
                        return back(SignInForm.next(next));
                    }
                    handovers.leave(session.getId(), new Handover("password", changed.name(), ""));
                    return back(PATH);
                });
    }

    private static Rendering.Builder<?> view(
            @Nullable Account account, @Nullable String next, @Nullable Refusal refusal) {
        Rendering.Builder<?> view = Rendering.view("account/own");
        if (account != null) {
            view.modelAttribute("own", account);
        }
        if (refusal != null) {
            view.modelAttribute("refusal", refusal);
        }
        return view.modelAttribute("next", LocalPath.orElse(next, "/"))
                .modelAttribute("shortest", PasswordRules.SHORTEST)
                .modelAttribute("longest", PasswordRules.LONGEST)
                .modelAttribute("done", false);
    }

    private static Rendering back(String path) {
        return Rendering.redirectTo(URI.create(path).toString())
                .status(HttpStatus.SEE_OTHER)
                .build();
    }

    /** The account behind the session; empty for somebody who did not sign in with a password. */
    private Mono<Optional<Account>> holder(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .map(who -> Optional.ofNullable(
                        who instanceof Authentication signedIn ? accounts.holder(Ticket.of(signedIn)) : null))
                .defaultIfEmpty(Optional.empty());
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
