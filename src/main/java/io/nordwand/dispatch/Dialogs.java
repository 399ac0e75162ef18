package io.nordwand.dispatch;

import io.nordwand.build.Builds;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.EntryId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.QueueReading;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
    private final Clock clock;

    Dialogs(Farms farms, FarmSource source, Builds builds, Actions actions, Clock clock) {
        this.farms = farms;
        this.source = source;
        this.builds = builds;
        this.actions = actions;
        this.clock = clock;
    }

    /** The printer as last polled; 404 when the farm does not have it. */
    Printer printer(PrinterId id) {
        return farms.current()
                .printer(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such printer"));
    }

    Mono<AddDialog> add(PrinterId id, String query) {
        Printer printer = printer(id);
        return told(
                builds.all().map(all -> AddDialog.of(printer, query, fitting(all, printer, query))),
                trouble -> AddDialog.without(printer, query, trouble));
    }

    private static List<Build> fitting(List<Build> all, Printer printer, String query) {
        return all.stream()
                .filter(build -> build.fits(printer.report().series()))
                .filter(build -> build.title().contains(query))
                .toList();
    }

    Mono<ClearDialog> clear(PrinterId id) {
        Printer printer = printer(id);
        return told(
                farms.refresh(id).map(reading -> ClearDialog.of(printer, reading)),
                trouble -> ClearDialog.without(printer, trouble));
    }

    Mono<PrintDialog> print(PrinterId id, BuildId build, @Nullable EntryId entry, boolean unticked) {
        Printer printer = printer(id);
        Mono<QueueReading> reading = farms.refresh(id);
        return told(
                Mono.zip(reading, source.build(build))
                        .map(read -> PrintDialog.of(
                                printer,
                                read.getT1(),
                                read.getT2(),
                                entry,
                                unconfirmed(id),
                                unticked,
                                clock.instant())),
                trouble -> PrintDialog.without(printer, trouble));
    }

    private @Nullable Action unconfirmed(PrinterId id) {
        return actions.recent(id).stream()
                .filter(action -> action.operation() == Operation.PRINT && action.stage() == Stage.UNKNOWN)
                .findFirst()
                .orElse(null);
    }

    private static <T> Mono<T> told(Mono<T> dialog, Function<Trouble, T> without) {
        return dialog.timeout(PATIENCE)
                .onErrorResume(FarmException.class, error -> Mono.just(without.apply(error.trouble())))
                .onErrorResume(
                        TimeoutException.class,
                        error -> Mono.just(without.apply(new Trouble.Unavailable(
                                "Eiger has not answered for " + PATIENCE.toSeconds() + " s.", null))));
    }
}
