package io.nordwand.build;

import io.nordwand.build.BuildPage.Kept;
import io.nordwand.database.DatabaseException;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Farm;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.history.BuildRuns;
import io.nordwand.history.BuildSearch;
import io.nordwand.history.Mirrors;
import io.nordwand.history.Mirrors.Copy;
import io.nordwand.web.WebProperties;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts together what is known of one build: the copies of Eiger's lists and the current farm. */
@Component
class BuildPages {

    /** How long the page of a build waits that the copy does not have yet; all others never wait for Eiger. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BuildSearch search;
    private final BuildRuns runs;
    private final Mirrors mirrors;
    private final Farms farms;
    private final Forecasts forecasts;
    private final Locale locale;

    BuildPages(
            BuildSearch search, BuildRuns runs, Mirrors mirrors, Farms farms, Forecasts forecasts, WebProperties web) {
        this.search = search;
        this.runs = runs;
        this.mirrors = mirrors;
        this.farms = farms;
        this.forecasts = forecasts;
        this.locale = web.locale();
    }

    /**
     * The page now; empty when there is no such build. A build that the copy does not have is asked for at Eiger first: a
     * {@link FarmException} when that can't be read.
     */
    Mono<BuildPage> page(BuildId build) {
        return search.build(build)
                .switchIfEmpty(Mono.defer(() -> mirrors.refresh(build)
                        .timeout(PATIENCE)
                        .onErrorMap(TimeoutException.class, BuildPages::late)
                        .then(search.build(build))))
                .flatMap(this::kept)
                .map(kept -> page(kept, farms.current()));
    }

    /** The page as it changes, beginning with the one that is current; empty when the copy does not have the build. */
    Flux<BuildPage> pages(BuildId build) {
        return Flux.defer(() -> {
            Flux<Kept> kept = mirrors.changes()
                    .startWith(Copy.BUILDS)
                    .onBackpressureLatest()
                    .concatMap(tick -> reading(build), 1)
                    .scan(Reading.NOTHING, this::after)
                    .mapNotNull(Reading::kept);
            return Flux.combineLatest(kept, farms.updates(), this::page).distinctUntilChanged();
        });
    }

    /** What a look into the copies gave; nothing when the build is not there. */
    private record Reading(@Nullable Kept kept) {
        static final Reading NOTHING = new Reading(null);
    }

    /** A database that fails for a while leaves what was there last. */
    private Mono<Reading> reading(BuildId build) {
        return search.build(build)
                .flatMap(this::kept)
                .map(Reading::new)
                .defaultIfEmpty(Reading.NOTHING)
                .onErrorResume(DatabaseException.class, down -> Mono.empty());
    }

    private Reading after(Reading before, Reading now) {
        Kept last = before.kept();
        return now.kept() != null || last == null ? now : new Reading(last.withoutIt(mirrors.progress(Copy.BUILDS)));
    }

    private Mono<Kept> kept(BuildRecord record) {
        return runs.of(record.build().id())
                .map(found ->
                        new Kept(record, false, found, mirrors.progress(Copy.BUILDS), mirrors.progress(Copy.JOBS)));
    }

    private BuildPage page(Kept kept, Farm farm) {
        return BuildPage.of(kept, farm, forecasts, locale);
    }

    private static FarmException late(TimeoutException error) {
        return new FarmException(
                new Trouble.Unavailable("Eiger did not give the build within " + PATIENCE.toSeconds() + " s.", null));
    }
}
