package io.nordwand.fleet;

import io.nordwand.web.Differences;
import io.nordwand.web.Overviews;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The fleet page's live regions. */
@Component
class FleetStream {

    private final Overviews<Tile> tiles;
    private final FleetPages pages;
    private final Differences<FleetPage> differences;

    FleetStream(Overviews<Tile> tiles, FleetPages pages, FleetHtml html) {
        this.tiles = tiles;
        this.pages = pages;
        this.differences = new Differences<>(new FleetDrawing(html), FleetPage::revision, 500);
    }

    /**
     * The regions that change for one viewer.
     *
     * @param view the view that their page is drawn in
     * @param revision revision of the farm that their page shows; the whole region comes first when it is another
     */
    Flux<String> regions(FleetQuery query, FleetView view, long revision) {
        return differences.regions(tiles.updates().map(overview -> pages.page(overview, query, view)), revision);
    }
}
