package io.nordwand.dispatch;

import io.nordwand.build.Builds;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.FarmSource;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts together the choice of printers for a build. It waits for readings of the best ones, but only a moment. */
@Component
class Sends {

    /** So long the page waits for readings of the best printers; they go on behind it. */
    private static final Duration MOMENT = Duration.ofMillis(1500);

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** What was read within this time is not read again for somebody who looks. */
    private static final Duration NEW = Duration.ofSeconds(15);
    /** How many of the best are read afresh. */
    private static final int BEST = 6;
    /** How many of them at a time; the others have their turn at Eiger, too. */
    private static final int AT_ONCE = 3;

    private final Farms farms;
    private final FarmSource source;
    private final Builds builds;
    private final Forecasts forecasts;
    private final Clock clock;

    Sends(Farms farms, FarmSource source, Builds builds, Forecasts forecasts, Clock clock) {
        this.farms = farms;
        this.source = source;
        this.builds = builds;
        this.forecasts = forecasts;
        this.clock = clock;
    }

    /** The place of all forms that send this build. */
    static String place(BuildId build) {
        return "send " + build.value();
    }

    /** The printer from whose page it was asked for, or null when the farm does not have it. */
    @Nullable
    Printer from(@Nullable String id) {
        return id == null || id.isBlank() ? null : farms.current().printers().get(new PrinterId(id));
    }

    /** The choice; 404 when Eiger does not know the build, the trouble in it when it can't be read. */
    Mono<SendDialog> dialog(BuildId id, @Nullable Printer from) {
        return told(build(id).flatMap(this::freshly).map(ranking -> SendDialog.of(ranking, from)), id, from);
    }

    /** The choice with a proposal for so many copies, as typed. */
    Mono<SendDialog> spread(BuildId id, @Nullable Printer from, String typed) {
        String number = typed.strip();
        int copies = number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 0;
        if (copies < 1 || copies > Portions.MOST) {
            return dialog(id, from).map(dialog -> dialog.unspread(typed, Portions.Problem.of("spread", Portions.MOST)));
        }
        return told(
                build(id)
                        .flatMap(this::freshly)
                        .map(ranking -> SendDialog.of(ranking, from)
                                .proposing(
                                        Spread.of(ranking, copies, Portions.MOST_AT_ONE, forecasts),
                                        String.valueOf(copies))),
                id,
                from);
    }

    /** The title of a build as last listed, or the beginning of its id; never waits for long. */
    Mono<String> title(BuildId id) {
        return listed(id).map(Wording::title).defaultIfEmpty(Wording.first8(id.value()));
    }

    private Mono<SendDialog> told(Mono<SendDialog> dialog, BuildId id, @Nullable Printer from) {
        return dialog.timeout(PATIENCE)
                .onErrorResume(
                        FarmException.class,
                        error -> error.trouble() instanceof Trouble.NotFound
                                ? Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND, "no such build"))
                                : Mono.just(SendDialog.without(id, from, error.trouble())))
                .onErrorResume(
                        TimeoutException.class,
                        error -> Mono.just(SendDialog.without(
                                id,
                                from,
                                new Trouble.Unavailable(
                                        "Eiger has not answered for " + PATIENCE.toSeconds() + " s.", null))));
    }

    /** As listed a few minutes ago at most; one that is not listed, or could not be sent by that, is read afresh. */
    private Mono<Build> build(BuildId id) {
        return listed(id)
                .filter(build -> !Boolean.FALSE.equals(build.sliced()))
                .switchIfEmpty(Mono.defer(() -> source.build(id)));
    }

    private Mono<Build> listed(BuildId id) {
        return builds.all()
                .timeout(MOMENT)
                .flatMapIterable(all -> all)
                .filter(build -> build.id().equals(id))
                .next()
                .onErrorResume(error -> Mono.empty());
    }

    /** Has the best printers read, a moment at most, and ranks all with what is known then. */
    private Mono<Ranking> freshly(Build build) {
        return Flux.fromStream(ranking(build).fit().stream().limit(BEST))
                .flatMap(
                        row -> farms.refreshIfOlderThan(row.printer().id(), NEW).onErrorResume(error -> Mono.empty()),
                        AT_ONCE)
                .then()
                .timeout(MOMENT)
                .onErrorResume(error -> Mono.empty())
                .then(Mono.fromSupplier(() -> ranking(build)));
    }

    private Ranking ranking(Build build) {
        return Ranking.of(farms.current(), build, forecasts, clock.instant());
    }
}
