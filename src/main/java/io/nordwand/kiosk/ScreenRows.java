package io.nordwand.kiosk;

import io.nordwand.farm.Farms;
import io.nordwand.web.Fragments;
import io.nordwand.web.LiveStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The list of screens as administrators see it, and what changes in it. */
@Component
class ScreenRows {

    /** Within which a screen that is no longer seen, or a message that has ended, is told. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Screens screens;
    private final Sightings sightings;
    private final Farms farms;
    private final Fragments fragments;
    private final Clock clock;

    ScreenRows(Screens screens, Sightings sightings, Farms farms, Fragments fragments, Clock clock) {
        this.screens = screens;
        this.sightings = sightings;
        this.farms = farms;
        this.fragments = fragments;
        this.clock = clock;
    }

    List<ScreenRow> current() {
        return screens.current().stream()
                .map(screen -> ScreenRow.of(screen, sightings.of(screen), farms.current(), clock.instant()))
                .toList();
    }

    /** The list as it is, then each time that it differs. */
    Flux<String> regions() {
        return Flux.merge(
                        screens.changes(), sightings.news(), Flux.interval(LOOK).onBackpressureDrop())
                .onBackpressureLatest()
                .map(any -> current())
                .distinctUntilChanged()
                .map(rows -> LiveStream.partial(
                        "#screens", "outerMorph", fragments.render("kiosk/list", "screens", Map.of("rows", rows))));
    }
}
