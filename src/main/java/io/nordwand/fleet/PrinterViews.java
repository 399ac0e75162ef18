package io.nordwand.fleet;

import io.nordwand.dispatch.Dispatch;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.PrinterId;
import io.nordwand.web.Viewer;
import io.nordwand.web.WebProperties;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Puts together what one person sees of one printer, from the current farm and the actions there. */
@Component
class PrinterViews {

    private final Farms farms;
    private final Forecasts forecasts;
    private final Dispatch dispatch;
    private final Locale locale;

    PrinterViews(Farms farms, Forecasts forecasts, Dispatch dispatch, WebProperties web) {
        this.farms = farms;
        this.forecasts = forecasts;
        this.dispatch = dispatch;
        this.locale = web.locale();
    }

    /** The view now; it carries the session's current action id. */
    Mono<PrinterView> current(PrinterId id, @Nullable Viewer viewer, ServerWebExchange exchange) {
        return dispatch.forms(exchange, id).map(forms -> {
            Farm farm = farms.current();
            return new PrinterView(
                    PrinterPage.of(farm, id, forecasts, locale),
                    farm.printer(id).orElse(null),
                    dispatch.recent(id),
                    forms,
                    viewer);
        });
    }
}
