package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.MaterialForecast;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a build for a printer.
 *
 * @param printer the printer as last polled
 * @param query what was searched for, or blank
 * @param rows builds that can go there, newest first
 * @param cut whether there are more than shown
 * @param free whether the printer could start a print now, as last polled
 * @param trouble why there is no list, or null
 */
public record AddDialog(
        Printer printer,
        String query,
        List<Row> rows,
        boolean cut,
        boolean free,
        @Nullable Trouble trouble) {

    /**
     * One build.
     *
     * @param build the build
     * @param title its title, or the beginning of its id
     * @param material its materials in a few words, blank when not known
     * @param fit how it goes with what the job in work and the queue leave
     * @param materials the same spool by spool
     * @param unsliced whether it has to be sliced in Eiger first
     * @param unapproved whether approvals are on and it has none
     */
    public record Row(
            Build build,
            String title,
            String material,
            MaterialCheck.Verdict fit,
            List<MaterialCheck> materials,
            boolean unsliced,
            boolean unapproved) {

        static Row of(Printer printer, Build build, Forecasts forecasts) {
            MaterialForecast forecast = forecasts.with(printer, List.of(build)).materials();
            return new Row(
                    build,
                    Wording.title(build),
                    material(build),
                    MaterialCheck.worst(forecast),
                    MaterialCheck.of(forecast),
                    Boolean.FALSE.equals(build.sliced()),
                    Boolean.FALSE.equals(build.approved()));
        }

        private static String material(Build build) {
            String first = build.primaryMaterial() == null ? "" : build.primaryMaterial();
            return build.secondaryMaterial() == null ? first : first + " + " + build.secondaryMaterial();
        }
    }

    static final int MOST = 60;

    static AddDialog of(Printer printer, String query, List<Build> all, Forecasts forecasts) {
        Search search = Search.of(query);
        List<Build> found = all.stream()
                .filter(build -> build.fits(printer.report().series()))
                .filter(build -> search.matches(Wording.title(build) + " " + Row.material(build)))
                .limit(MOST + 1L)
                .toList();
        return new AddDialog(
                printer,
                query,
                found.stream()
                        .limit(MOST)
                        .map(build -> Row.of(printer, build, forecasts))
                        .toList(),
                found.size() > MOST,
                Readiness.ready(printer.report()),
                null);
    }

    static AddDialog without(Printer printer, String query, Trouble trouble) {
        return new AddDialog(printer, query, List.of(), false, false, trouble);
    }
}
