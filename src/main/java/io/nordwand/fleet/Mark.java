package io.nordwand.fleet;

import io.nordwand.farm.Forecast;
import io.nordwand.farm.Shortfall;
import io.nordwand.farm.SpoolForecast;
import io.nordwand.farm.Swap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done about a spool before a job can finish; stands before that job.
 *
 * @param loaded what is loaded, or null when nothing is
 * @param shortfall where it runs out, or null
 * @param swap what has to be loaded instead, or null
 */
public record Mark(
        @Nullable String loaded,
        @Nullable Shortfall shortfall,
        @Nullable Swap swap) {

    /** The marks before the job at that place of the queue; 0 is the job in work. */
    static List<Mark> before(Forecast forecast, int number) {
        List<Mark> marks = new ArrayList<>();
        for (SpoolForecast spool : forecast.materials().spools()) {
            Shortfall shortfall = spool.shortfall();
            if (shortfall != null && shortfall.number() == number) {
                marks.add(new Mark(spool.material(), shortfall, null));
            }
            Swap swap = spool.swap();
            if (swap != null && swap.number() == number) {
                marks.add(new Mark(spool.material(), null, swap));
            }
        }
        return List.copyOf(marks);
    }

    /** Message key of its sentence, whose argument is the material. */
    public String key() {
        if (shortfall == null) {
            return "printer.mark.other";
        }
        return shortfall.running()
                ? "printer.mark.short-now"
                : shortfall.latest() ? "printer.mark.short-latest" : "printer.mark.short-job";
    }
}
