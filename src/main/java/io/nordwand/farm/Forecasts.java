package io.nordwand.farm;

import java.time.Duration;
import java.util.List;

/** The one place where material and time are forecast: every page, card and dialog asks here, so none tells otherwise. */
public final class Forecasts {

    private final Duration turnover;

    /** Forecasts that expect that much time from the end of a job to the start of the next. */
    public Forecasts(Duration turnover) {
        this.turnover = turnover;
    }

    /** Time from the end of a job to the start of the next. */
    public Duration turnover() {
        return turnover;
    }

    /** The forecast of a printer with its queue as last read. */
    public Forecast of(Printer printer) {
        return Forecast.of(printer, turnover);
    }

    /** The forecast of a printer if these jobs waited there, in that order. */
    public Forecast of(Printer printer, List<QueueEntry> waiting) {
        return Forecast.of(printer, waiting, turnover);
    }

    /** The forecast if these builds came on top of the queue as last read, in that order; the last takings are theirs. */
    public Forecast with(Printer printer, List<Build> builds) {
        return Forecast.with(printer, builds, turnover);
    }

    /** The forecast of a build that starts at once at a printer as just read: only what is loaded counts. */
    public MaterialForecast now(QueueReading now, Build build) {
        List<QueueEntry> alone = List.of(QueueEntry.wanted(build));
        Schedule schedule = Schedule.atOnce(alone, now.queue().readAt(), turnover);
        return MaterialForecast.of(now.printer(), alone, schedule);
    }
}
