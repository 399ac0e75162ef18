package io.nordwand.dispatch;

import io.nordwand.build.Builds;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Puts together what the dialogs show, from readings made for them; what can't be read is said, not guessed. */
@Component
class Dialogs {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Farms farms;
    private final FarmSource source;
    private final Builds builds;
    private final Actions actions;
    private final Forecasts forecasts;

    Dialogs(Farms farms, FarmSource source, Builds builds, Actions actions, Forecasts forecasts) {
        this.farms = farms;
        this.forecasts = forecasts;
        this.source = source;
        this.builds = builds;
        this.actions = actions;
    }

    /** The printer as last polled; 404 when the farm does not have it. */
    Printer printer(String id) {
        Printer printer = id.isBlank() ? null : farms.current().printers().get(new PrinterId(id));
        if (printer == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such printer");
        }
        return printer;
    }

    Mono<AddDialog> add(Printer printer, String query) {
        return told(
                builds.all().map(all -> AddDialog.of(printer, query, all, forecasts)),
                trouble -> AddDialog.without(printer, query, trouble));
    }

    Mono<ClearDialog> clear(Printer printer) {
        return told(
                farms.refresh(printer.id()).map(reading -> ClearDialog.of(printer, reading)),
                trouble -> ClearDialog.without(printer, trouble));
    }

    Mono<RemoveDialog> remove(Printer printer, EntryId entry) {
        return told(
                farms.refresh(printer.id()).map(reading -> RemoveDialog.of(printer, entry, reading)),
                trouble -> RemoveDialog.without(printer, entry, trouble));
    }

    Mono<PrintDialog> print(Printer printer, BuildId build, @Nullable EntryId entry) {
        return told(
                Mono.zip(farms.refresh(printer.id()), source.build(build), (now, read) -> {
                    Printer current = farms.current().printer(printer.id()).orElse(printer);
                    return PrintDialog.of(current, now, read, entry, forecasts, actions.unconfirmed(printer.id()));
                }),
                trouble -> PrintDialog.without(printer, entry, trouble));
    }

    /** The dialog, or what can be said without what could not be read. */
    static <T> Mono<T> told(Mono<T> dialog, Function<Trouble, T> without) {
        return dialog.timeout(PATIENCE)
                .onErrorResume(FarmException.class, error -> Mono.just(without.apply(error.trouble())))
                .onErrorResume(
                        TimeoutException.class,
                        error -> Mono.just(without.apply(new Trouble.Unavailable(
                                "Eiger has not answered for " + PATIENCE.toSeconds() + " s.", null))));
    }
}
