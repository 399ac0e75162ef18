package io.nordwand.queue;

import io.nordwand.farm.Farm;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Trouble;
import io.nordwand.web.WebProperties;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Makes the farm into floors; a farm whose queues look the same as before keeps its floor. */
@Component
class Floors {

    private static final long STEP_SECONDS = 300;

    private record Made(Farm farm, Floor floor, IdentityHashMap<Printer, Lane> lanes) {}

    private final Farms farms;
    private final Forecasts forecasts;
    private final Locale locale;
    private @Nullable Made last;

    Floors(Farms farms, Forecasts forecasts, WebProperties web) {
        this.farms = farms;
        this.forecasts = forecasts;
        this.locale = web.locale();
    }

    Floor current() {
        return of(farms.current());
    }

    /** The current floor at once, then each that looks different. */
    Flux<Floor> updates() {
        return farms.updates().onBackpressureLatest().map(this::of).distinctUntilChanged();
    }

    /** Compared by identity: the very same farm needs no second look, and a slow reader's older farm is not gone back to. */
    @SuppressWarnings("ReferenceEquality")
    synchronized Floor of(Farm farm) {
        Made made = last;
        if (made != null && (made.farm() == farm || made.farm().revision() > farm.revision())) {
            return made.floor();
        }
        IdentityHashMap<Printer, Lane> lanes = new IdentityHashMap<>();
        List<Lane> list = farm.printers().values().stream()
                .map(printer -> lane(printer, made, lanes))
                .toList();
        Floor floor = floor(farm, list);
        if (made != null && made.floor().looksLike(floor)) {
            floor = made.floor();
        }
        last = new Made(farm, floor, lanes);
        return floor;
    }

    /** A printer that is the very same object as before needs no new forecast. */
    private Lane lane(Printer printer, @Nullable Made before, IdentityHashMap<Printer, Lane> lanes) {
        Lane known = before == null ? null : before.lanes().get(printer);
        Lane lane = known == null ? Lanes.of(printer, forecasts.of(printer), forecasts.turnover(), locale) : known;
        lanes.put(printer, lane);
        return lane;
    }

    private static Floor floor(Farm farm, List<Lane> lanes) {
        Freshness fresh = farm.freshness();
        boolean read = fresh.lastGood() != null;
        Trouble trouble = fresh.trouble();
        return new Floor(
                farm.revision(),
                read || !lanes.isEmpty(),
                read || trouble == null ? null : trouble.sentence(),
                step(fresh.lastGood()),
                lanes);
    }

    private static @Nullable Instant step(@Nullable Instant at) {
        return at == null
                ? null
                : Instant.ofEpochSecond(at.getEpochSecond() - Math.floorMod(at.getEpochSecond(), STEP_SECONDS));
    }
}
