package io.nordwand.fleet;

import io.nordwand.farm.Consumable;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterId;
import io.nordwand.web.ElementId;
import io.nordwand.web.Spool;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One printer's page, ready for the templates.
 *
 * @param presence whether the printer is in the farm
 * @param elementId id of its main region
 * @param queueId id of its queue
 * @param id device id
 * @param name name, or what stands for it
 * @param model model as Eiger wrote it, may be blank
 * @param series series as Eiger wrote it, may be blank
 * @param hero what it does now, or null when it is not there
 * @param spools what is loaded
 * @param queue what waits, or null when it is not there
 * @param consumables wear parts
 */
public record PrinterPage(
        Presence presence,
        String elementId,
        String queueId,
        String id,
        String name,
        String model,
        String series,
        @Nullable Hero hero,
        List<Spool> spools,
        @Nullable QueueTable queue,
        List<Consumable> consumables) {

    static PrinterPage of(Farm farm, PrinterId id, Forecasts forecasts, Locale locale) {
        Optional<Printer> found = farm.printer(id);
        Presence presence = found.isPresent()
                ? Presence.THERE
                : farm.freshness().lastGood() == null ? Presence.WAITING : Presence.GONE;
        return new PrinterPage(
                presence,
                ElementId.of("printer", id.value()),
                ElementId.of("queue", id.value()),
                id.value(),
                found.map(printer -> printer.report().displayName()).orElse(id.value()),
                found.map(printer -> printer.report().model()).orElse(""),
                found.map(printer -> printer.report().series()).orElse(""),
                found.map(printer -> Hero.of(printer, forecasts.of(printer))).orElse(null),
                found.map(printer -> spools(printer, locale)).orElse(List.of()),
                found.map(printer -> QueueTable.of(printer, forecasts.of(printer), locale))
                        .orElse(null),
                found.map(printer -> printer.report().consumables()).orElse(List.of()));
    }

    private static List<Spool> spools(Printer printer, Locale locale) {
        return List.of(
                Spool.of("primary", printer.report().primary(), locale),
                Spool.of("secondary", printer.report().secondary(), locale));
    }

    /** How many wear parts are to be replaced now. */
    public long due() {
        return consumables.stream().filter(Consumable::dueNow).count();
    }
}
