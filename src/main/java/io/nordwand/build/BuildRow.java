package io.nordwand.build;

import io.nordwand.farm.Build;
import io.nordwand.farm.record.Approval;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.web.ElementId;
import io.nordwand.web.Paths;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A build in the list.
 *
 * @param elementId id of its row
 * @param href path of its page
 * @param preview path of its picture
 * @param title title, or the beginning of its id
 * @param parts number of parts, or null when not known
 * @param series series as Eiger wrote it, blank when not given
 * @param needs materials
 * @param support support material in cm³, or null for none or not known
 * @param estimate print time, or null when not known
 * @param approval whether it may be printed
 * @param sliced whether it is sliced, or null when not known
 * @param createdAt when it was made, or null
 */
public record BuildRow(
        String elementId,
        String href,
        String preview,
        String title,
        @Nullable Integer parts,
        String series,
        List<Need> needs,
        @Nullable Double support,
        @Nullable Duration estimate,
        Approval approval,
        @Nullable Boolean sliced,
        @Nullable Instant createdAt) {

    static BuildRow of(BuildRecord record, Locale locale) {
        Build build = record.build();
        Double support = build.needs().supportCubicCentimetres();
        return new BuildRow(
                ElementId.of("build", build.id().value()),
                path(build),
                Paths.preview(build.id()),
                build.displayTitle(),
                build.partCount(),
                build.series(),
                Need.of(build, locale),
                support == null || support == 0 ? null : support,
                build.estimate(),
                Approval.of(build.approved()),
                build.sliced(),
                build.createdAt());
    }

    private static String path(Build build) {
        return "/builds/" + Paths.segment(build.id().value());
    }

    /** Where printers are chosen for it. */
    public String sendHref() {
        return href + "/send";
    }

    /** Whether it can't be printed before it is sliced. */
    public boolean unsliced() {
        return Boolean.FALSE.equals(sliced);
    }
}
