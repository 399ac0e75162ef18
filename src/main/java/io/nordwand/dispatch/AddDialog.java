package io.nordwand.dispatch;

import io.nordwand.farm.Build;
import io.nordwand.farm.Printer;
import io.nordwand.farm.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a build for a printer.
 *
 * @param printer the printer
 * @param query what was searched for, or blank
 * @param rows builds that can go there, newest first
 * @param cut whether there are more than shown
 * @param trouble why there is no list, or null
 */
public record AddDialog(
        Printer printer,
        String query,
        List<Row> rows,
        boolean cut,
        @Nullable Trouble trouble) {

    /**
     * One build.
     *
     * @param build the build
     * @param title its title, or the beginning of its id
     * @param material its materials in a few words
     * @param unsliced whether it has to be sliced in Eiger first
     * @param unapproved whether approvals are on and it has none
     */
    public record Row(Build build, String title, String material, boolean unsliced, boolean unapproved) {

        static Row of(Build build) {
            String first = build.primaryMaterial() == null ? "" : build.primaryMaterial();
            String material = build.secondaryMaterial() == null ? first : first + " + " + build.secondaryMaterial();
            return new Row(
                    build,
                    Wording.title(build),
                    material,
                    Boolean.FALSE.equals(build.sliced()),
                    Boolean.FALSE.equals(build.approved()));
        }
    }

    static final int MOST = 60;

    static AddDialog of(Printer printer, String query, List<Build> builds) {
        return new AddDialog(
                printer, query, builds.stream().limit(MOST).map(Row::of).toList(), builds.size() > MOST, null);
    }

    static AddDialog without(Printer printer, String query, Trouble trouble) {
        return new AddDialog(printer, query, List.of(), false, trouble);
    }
}
