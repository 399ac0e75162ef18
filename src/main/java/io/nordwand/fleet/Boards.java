package io.nordwand.fleet;

import io.nordwand.farm.Farm;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Trouble;
import io.nordwand.web.WebProperties;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Makes the farm into boards; a farm that looks the same as before keeps its board, so idle viewers get nothing. */
@Component
class Boards {

    private record Made(Farm farm, Board board) {}

    private final Farms farms;
    private final Forecasts forecasts;
    private final Locale locale;
    private @Nullable Made last;

    Boards(Farms farms, Forecasts forecasts, WebProperties web) {
        this.farms = farms;
        this.forecasts = forecasts;
        this.locale = web.locale();
    }

    /** The board of the current farm. */
    Board current() {
        return of(farms.current());
    }

    /** The current board at once, then each that looks different. */
    Flux<Board> updates() {
        return farms.updates().onBackpressureLatest().map(this::of).distinctUntilChanged();
    }

    /** Compared by identity: the very same farm needs no second look, and a slow reader's older farm is not gone back to. */
    @SuppressWarnings("ReferenceEquality")
    private synchronized Board of(Farm farm) {
        Made made = last;
        if (made != null && (made.farm() == farm || made.farm().revision() > farm.revision())) {
            return made.board();
        }
        Board board = board(farm);
        if (made != null && made.board().looksLike(board)) {
            board = made.board();
        }
        last = new Made(farm, board);
        return board;
    }

    private Board board(Farm farm) {
        boolean read = farm.freshness().lastGood() != null;
        Trouble trouble = farm.freshness().trouble();
        List<Tile> tiles = farm.printers().values().stream()
                .map(printer -> Tile.of(printer, forecasts.of(printer), locale))
                .toList();
        return new Board(
                farm.revision(), read || !tiles.isEmpty(), read || trouble == null ? null : trouble.sentence(), tiles);
    }
}
