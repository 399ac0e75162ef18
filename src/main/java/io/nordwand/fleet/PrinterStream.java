package io.nordwand.fleet;

import io.nordwand.dispatch.Dispatch;
import io.nordwand.dispatch.Forms;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.web.Viewer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;

/** One printer page's live regions: drawn again when the printer or an action there changes, sent where they differ. */
@Component
class PrinterStream {

    private record Tick(boolean read, Optional<Printer> printer) {}

    private final Farms farms;
    private final Dispatch dispatch;
    private final PrinterViews views;
    private final PrinterHtml html;

    PrinterStream(Farms farms, Dispatch dispatch, PrinterViews views, PrinterHtml html) {
        this.farms = farms;
        this.dispatch = dispatch;
        this.views = views;
        this.html = html;
    }

    /**
     * The regions that change for one viewer.
     *
     * @param revision {@link PrinterView#revision} that their page shows; everything comes first when it is another
     */
    Flux<String> regions(PrinterId id, @Nullable Viewer viewer, String revision, ServerWebExchange exchange) {
        Flux<Object> polls =
                farms.updates().map(farm -> (Object) tick(farm, id)).distinctUntilChanged();
        Flux<Object> actions = dispatch.changes().filter(id::equals).cast(Object.class);
        return Flux.defer(() -> {
            Shown shown = new Shown(revision);
            return Flux.merge(polls, actions)
                    .onBackpressureLatest()
                    .concatMap(tick -> views.current(id, viewer, exchange), 1)
                    .handle((view, sink) -> {
                        String change = shown.change(view);
                        if (!change.isEmpty()) {
                            sink.next(change);
                        }
                    });
        });
    }

    private static Tick tick(Farm farm, PrinterId id) {
        return new Tick(farm.freshness().lastGood() != null, farm.printer(id).map(PrinterStream::apartFromReading));
    }

    /** The printer without the times of its reading and of its progress, which change with the polls and are not shown. */
    private static Printer apartFromReading(Printer printer) {
        return new Printer(
                printer.report(),
                printer.group(),
                printer.cautions(),
                printer.since(),
                printer.finishAt(),
                printer.lostWhilePrinting(),
                printer.queue(),
                Instant.EPOCH,
                null,
                printer.lastContact());
    }

    /** What one viewer was shown last. */
    private final class Shown {

        private final String revision;
        private @Nullable Forms first;
        private @Nullable PrinterRegions last;

        Shown(String revision) {
            this.revision = revision;
        }

        String change(PrinterView current) {
            PrinterView view = current.with(steady(current.forms()));
            PrinterRegions before = last;
            PrinterRegions after = html.regions(view);
            last = after;
            if (before == null) {
                return view.revision().equals(revision) ? "" : after.whole();
            }
            return after.since(before);
        }

        /** The same form token for the whole stream: it is masked anew each time it is asked for. */
        private Forms steady(Forms forms) {
            Forms token = first == null ? forms : first;
            first = token;
            return new Forms(token.csrfName(), token.csrfToken(), forms.actionId());
        }
    }
}
