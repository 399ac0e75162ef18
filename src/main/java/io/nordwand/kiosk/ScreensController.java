package io.nordwand.kiosk;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Actors;
import io.nordwand.farm.Farms;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The list of screens, and connecting one by the code that it shows. */
@Page
@Access(Role.ADMIN)
@RequestMapping(ScreensController.PATH)
class ScreensController {

    static final String PATH = "/screens";

    private final Screens screens;
    private final ScreenRows rows;
    private final Pairing pairing;
    private final Farms farms;

    ScreensController(Screens screens, ScreenRows rows, Pairing pairing, Farms farms) {
        this.screens = screens;
        this.rows = rows;
        this.pairing = pairing;
        this.farms = farms;
    }

    /**
     * The list.
     *
     * @param code a code that is to be looked up, as it was typed
     * @param told key of what was just done
     * @param screen which screen it was done to
     */
    @GetMapping
    Mono<Rendering> list(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(defaultValue = "") String told,
            @RequestParam(defaultValue = "0") long screen,
            ServerWebExchange exchange) {
        return Actors.of(exchange).map(actor -> {
            PairForm form = PairForm.of(code);
            Rendering.Builder<?> view = form.typed().isEmpty() ? page(form, null, null) : lookUp(actor, form, null);
            Screen about = screens.numbered(screen);
            view.modelAttribute("told", ScreenDeedsController.TOLD.contains(told) ? told : "")
                    .modelAttribute("about", about == null ? "" : about.name());
            return view.build();
        });
    }

    @PostMapping
    Mono<Rendering> connect(ServerWebExchange exchange) {
        return Mono.zip(Actors.of(exchange), exchange.getFormData().map(PairForm::from))
                .flatMap(both -> pairing.connect(both.getT1(), both.getT2())
                        .map(screen -> back(both.getT2().placeId() > 0 ? "replace" : "pair", screen))
                        .onErrorResume(
                                RefusedException.class,
                                refused -> Mono.just(again(both.getT1(), both.getT2(), refused.refusal()))));
    }

    /** Shows the form anew, with the browser that waits if it still does. */
    private Rendering again(Actor actor, PairForm form, Refusal refusal) {
        boolean aboutCode =
                refusal == Refusal.CODE_INVALID || refusal == Refusal.CODE_UNKNOWN || refusal == Refusal.HELD_UP;
        Rendering.Builder<?> view = aboutCode ? page(form, null, refusal) : lookUp(actor, form, refusal);
        return view.modelAttribute("told", "").modelAttribute("about", "").build();
    }

    private Rendering.Builder<?> lookUp(Actor actor, PairForm form, @Nullable Refusal refusal) {
        try {
            return page(form, pairing.find(actor, form.code()), refusal);
        } catch (RefusedException refused) {
            return page(form, null, refusal == null ? refused.refusal() : refusal);
        }
    }

    private Rendering.Builder<?> page(PairForm form, @Nullable Waiting waiting, @Nullable Refusal refusal) {
        Rendering.Builder<?> view = Rendering.view("kiosk/screens")
                .status(refusal == null ? HttpStatus.OK : refusal.status())
                .modelAttribute("rows", rows.current())
                .modelAttribute("form", form)
                .modelAttribute("choices", Choices.of(farms.current(), screens.first()))
                .modelAttribute("longest", FloorMessage.LONGEST);
        if (waiting != null) {
            view.modelAttribute("waiting", waiting);
        }
        return refusal == null ? view : view.modelAttribute("refusal", refusal);
    }

    /** To the list, which tells what was done. */
    static Rendering back(String told, @Nullable Screen screen) {
        String about = screen == null ? "" : "&screen=" + screen.id();
        return Rendering.redirectTo(PATH + "?told=" + told + about)
                .status(HttpStatus.SEE_OTHER)
                .build();
    }
}
