package io.nordwand.web;

import io.nordwand.farm.Farm;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Trouble;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Makes the farm into overviews for one page; a farm that looks the same as before keeps its overview, so idle viewers
 * get nothing.
 *
 * @param <L> what the page shows of one printer
 */
public final class Overviews<L> {

    private static final long STEP_SECONDS = 300;

    private record Made<L>(Farm farm, Overview<L> overview, IdentityHashMap<Printer, L> lines) {}

    private final Farms farms;
    private final Function<Printer, L> line;
    private @Nullable Made<L> last;

    /**
     * Overviews of that farm.
     *
     * @param line what the page shows of a printer; must tell nothing but the printer, not the time either, since it is
     *     asked only once for each reading of a printer
     */
    public Overviews(Farms farms, Function<Printer, L> line) {
        this.farms = farms;
        this.line = line;
    }

    /** The overview of the current farm. */
    public Overview<L> current() {
        return of(farms.current());
    }

    /** The current overview at once, then each that looks different. */
    public Flux<Overview<L>> updates() {
        return farms.updates().onBackpressureLatest().map(this::of).distinctUntilChanged();
    }

    /**
     * The overview of that farm, or of a newer one that was seen already. Compared by identity: the very same farm needs
     * no second look.
     */
    @SuppressWarnings("ReferenceEquality")
    public synchronized Overview<L> of(Farm farm) {
        Made<L> made = last;
        if (made != null && (made.farm() == farm || made.farm().revision() > farm.revision())) {
            return made.overview();
        }
        IdentityHashMap<Printer, L> lines = new IdentityHashMap<>();
        List<L> list = farm.printers().values().stream()
                .map(printer -> line(printer, made, lines))
                .toList();
        Overview<L> overview = overview(farm, list);
        if (made != null && made.overview().looksLike(overview)) {
            overview = made.overview();
        }
        last = new Made<>(farm, overview, lines);
        return overview;
    }

    /** A printer that is the very same object as before looks as it did. */
    private L line(Printer printer, @Nullable Made<L> before, IdentityHashMap<Printer, L> lines) {
        L known = before == null ? null : before.lines().get(printer);
        L made = known == null ? line.apply(printer) : known;
        lines.put(printer, made);
        return made;
    }

    private static <L> Overview<L> overview(Farm farm, List<L> lines) {
        Freshness fresh = farm.freshness();
        boolean read = fresh.lastGood() != null;
        Trouble trouble = fresh.trouble();
        return new Overview<>(
                farm.revision(),
                read || !lines.isEmpty(),
                read || trouble == null ? null : trouble.sentence(),
                step(fresh.lastGood()),
                lines);
    }

    private static @Nullable Instant step(@Nullable Instant at) {
        return at == null
                ? null
                : Instant.ofEpochSecond(at.getEpochSecond() - Math.floorMod(at.getEpochSecond(), STEP_SECONDS));
    }
}
