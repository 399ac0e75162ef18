package io.nordwand.kiosk;

import io.nordwand.audit.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Connects the browser whose code an administrator types. Codes that nobody shows count as guesses. */
@Component
class Pairing {

    private final Codes codes;
    private final Guesses guesses;
    private final Screens screens;
    private final ScreenChanges changes;

    Pairing(Codes codes, Guesses guesses, Screens screens, ScreenChanges changes) {
        this.codes = codes;
        this.guesses = guesses;
        this.screens = screens;
        this.changes = changes;
    }

    /** The browser that shows this code; a {@link RefusedException} when there is none, or too many were tried. */
    Waiting find(Actor actor, @Nullable String code) {
        if (code == null) {
            throw new RefusedException(Refusal.CODE_INVALID);
        }
        if (!guesses.allows(actor.name())) {
            throw new RefusedException(Refusal.HELD_UP);
        }
        Waiting waiting = codes.find(code);
        if (waiting == null) {
            guesses.missed(actor.name());
            throw new RefusedException(Refusal.CODE_UNKNOWN);
        }
        return waiting;
    }

    /** Connects it, as a new screen or in place of another; an error of {@link RefusedException} when not. */
    Mono<Screen> connect(Actor actor, PairForm form) {
        return Mono.defer(() -> {
            find(actor, form.code());
            Screen place = screens.numbered(form.placeId());
            if (!form.place().isEmpty() && place == null) {
                throw new RefusedException(Refusal.GONE);
            }
            DisplayForm.Reading reading = form.display(screens.first());
            if (place == null) {
                check(form, reading);
            }
            Waiting taken = codes.take(String.valueOf(form.code()));
            if (taken == null) {
                throw new RefusedException(Refusal.CODE_UNKNOWN);
            }
            Mono<Screen> connected = place == null
                    ? changes.pair(actor, taken, form.name(), reading.display())
                    : changes.replace(actor, taken, place);
            return connected.doOnSuccess(screen -> codes.end(taken)).doOnError(problem -> codes.giveBack(taken));
        });
    }

    private void check(PairForm form, DisplayForm.Reading reading) {
        if (!PairForm.isName(form.name())) {
            throw new RefusedException(Refusal.NAME_INVALID);
        }
        if (screens.current().stream()
                .anyMatch(screen -> Screen.key(screen.name()).equals(Screen.key(form.name())))) {
            throw new RefusedException(Refusal.NAME_TAKEN);
        }
        if (!reading.problems().isEmpty()) {
            throw new RefusedException(Refusal.SETTINGS);
        }
    }
}
