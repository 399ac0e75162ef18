package io.nordwand.kiosk;

import io.nordwand.audit.Actor;
import io.nordwand.audit.Actors;
import io.nordwand.farm.Farms;
import io.nordwand.web.Access;
import io.nordwand.web.Page;
import io.nordwand.web.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/**
 * The settings of one screen. What somebody else changed while they were edited is told, and what was typed stays in the
 * form; sent once more, it counts.
 */
@Page
@Access(Role.ADMIN)
@RequestMapping(ScreensController.PATH + "/{id}")
class ScreenController {

    private final Screens screens;
    private final ScreenChanges changes;
    private final Farms farms;

    ScreenController(Screens screens, ScreenChanges changes, Farms farms) {
        this.screens = screens;
        this.changes = changes;
        this.farms = farms;
    }

    @GetMapping
    Rendering settings(@PathVariable long id) {
        Screen screen = screen(id);
        return view(screen, screen.name(), DisplayForm.of(screen.display()), Set.of(), null);
    }

    @PostMapping
    Mono<Rendering> save(@PathVariable long id, ServerWebExchange exchange) {
        Screen screen = screens.numbered(id);
        return screen == null
                ? Mono.just(ScreenDeedsController.refused(Refusal.GONE))
                : Mono.zip(Actors.of(exchange), exchange.getFormData())
                        .flatMap(both -> save(screen, both.getT1(), both.getT2()));
    }

    private Mono<Rendering> save(Screen screen, Actor actor, MultiValueMap<String, String> fields) {
        String name = PairForm.name(fields);
        DisplayForm form = new DisplayForm(fields);
        DisplayForm.Reading reading = form.read(screen.display());
        Refusal refusal = !PairForm.isName(name)
                ? Refusal.NAME_INVALID
                : reading.problems().isEmpty() ? null : Refusal.SETTINGS;
        return refusal != null
                ? Mono.just(view(screen, name, form, reading.problems(), refusal))
                : changes.edit(actor, screen, version(fields), name, reading.display())
                        .map(edited -> ScreensController.back("edit", edited))
                        .onErrorResume(
                                RefusedException.class,
                                refused -> Mono.just(refused(screen, name, form, refused.refusal())));
    }

    /** The form anew, unless the screen was disconnected meanwhile. */
    private Rendering refused(Screen screen, String name, DisplayForm form, Refusal refusal) {
        Screen now = screens.numbered(screen.id());
        return now == null ? ScreenDeedsController.refused(Refusal.GONE) : view(now, name, form, Set.of(), refusal);
    }

    private Rendering view(
            Screen screen, String name, DisplayForm form, Set<String> problems, @Nullable Refusal refusal) {
        Rendering.Builder<?> view = Rendering.view("kiosk/settings")
                .status(refusal == null ? HttpStatus.OK : refusal.status())
                .modelAttribute("screen", screen)
                .modelAttribute("name", name)
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .modelAttribute("choices", Choices.of(farms.current(), screen.display()));
        return (refusal == null ? view : view.modelAttribute("refusal", refusal)).build();
    }

    private Screen screen(long id) {
        Screen screen = screens.numbered(id);
        if (screen == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return screen;
    }

    private static long version(MultiValueMap<String, String> form) {
        try {
            return Long.parseLong(String.valueOf(form.getFirst("version")));
        } catch (NumberFormatException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form lacks its version", unreadable);
        }
    }
}
