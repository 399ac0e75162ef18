package io.nordwand.kiosk;

import io.nordwand.farm.Farms;
import io.nordwand.farm.PollProperties;
import io.nordwand.web.Differences;
import io.nordwand.web.Overview;
import io.nordwand.web.Overviews;
import io.nordwand.web.Partials;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The regions of a screen that change. */
@Component
class BoardStream {

    private final Overviews<Spot> spots;
    private final Askers askers;
    private final Farms farms;
    private final PollProperties poll;
    private final Clock clock;
    private final BoardPages pages;
    private final BoardHtml html;
    private final Differences<Board> differences;

    BoardStream(
            Overviews<Spot> spots,
            Askers askers,
            Farms farms,
            PollProperties poll,
            Clock clock,
            BoardPages pages,
            BoardHtml html) {
        this.askers = askers;
        this.spots = spots;
        this.farms = farms;
        this.poll = poll;
        this.clock = clock;
        this.pages = pages;
        this.html = html;
        this.differences = new Differences<>(new BoardDrawing(html, this::current), Board::mark, 500);
    }

    /** How current the farm is now. */
    Current current() {
        return Current.of(farms.current().freshness(), clock.instant(), poll.interval());
    }

    /**
     * The regions that change for one screen: first which version this is, then how current everything is and what
     * differs, as it comes.
     *
     * @param viewport what its browser draws on
     * @param message what an administrator has to say to the floor, or blank
     * @param known what its page shows; the whole board comes first when it is another
     */
    Flux<String> regions(Display display, Viewport viewport, String message, Known known) {
        Mono<String> version = Mono.fromSupplier(() -> changed("#k-version", html.versionRegion("")));
        return Flux.concat(version, boards(display, viewport, message, known));
    }

    /** The same without the version. */
    Flux<String> boards(Display display, Viewport viewport, String message, Known known) {
        Flux<Overview<Spot>> overviews = display.people()
                ? Flux.combineLatest(spots.updates(), askers.changes(), (now, names) -> now)
                : spots.updates();
        Flux<Board> boards = overviews
                .filter(now -> now.read() || known.asOf() == null)
                .map(now -> pages.page(now, display, viewport, message))
                .distinctUntilChanged();
        Flux<String> freshness = farms.updates()
                .onBackpressureLatest()
                .map(farm -> Current.of(farm.freshness(), known.asOf(), clock.instant(), poll.interval()))
                .distinctUntilChanged()
                .map(current -> changed("#k-current", html.current(display, current)));
        // Who asked for a job may have become known since the page was drawn, of the same farm.
        long shown = display.people() ? -1 : known.mark();
        return Flux.merge(differences.regions(boards, shown), freshness);
    }

    private static String changed(String target, String region) {
        Partials partials = new Partials();
        partials.change(target, region);
        return partials.toString();
    }
}
