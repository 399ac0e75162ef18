package io.nordwand.build;

import io.nordwand.farm.Build;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.record.Approval;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import io.nordwand.history.BuildRuns.Runs;
import io.nordwand.history.Progress;
import io.nordwand.web.Paths;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One build at one moment.
 *
 * @param record the build as the copy of Eiger's list holds it
 * @param gone whether it has left Eiger since the page was opened
 * @param needs materials, for its facts
 * @param costs what each material comes to
 * @param where where it is now
 * @param track its runs
 * @param builds how far the copy of builds is
 * @param jobs how far the copy of jobs is
 */
public record BuildPage(
        BuildRecord record,
        boolean gone,
        List<Need> needs,
        List<Costing> costs,
        Whereabouts where,
        Track track,
        Progress builds,
        Progress jobs) {

    static BuildPage of(Kept kept, Farm farm, Forecasts forecasts, Locale locale) {
        Build build = kept.record().build();
        return new BuildPage(
                kept.record(),
                kept.gone(),
                Need.of(build, locale),
                Costing.of(kept.record(), locale),
                Whereabouts.of(build.id(), farm, forecasts, kept.runs()),
                Track.of(kept.runs(), farm),
                kept.builds(),
                kept.jobs());
    }

    /**
     * What the copies hold of a build.
     *
     * @param gone whether it has left the copy, and this is what was there last
     */
    record Kept(BuildRecord record, boolean gone, Runs runs, Progress builds, Progress jobs) {

        Kept withoutIt(Progress now) {
            return new Kept(record, true, runs, now, jobs);
        }
    }

    /** Tells whether another page shows the same, ages apart. */
    String revision() {
        return Integer.toHexString(Objects.hash(record, gone, where, track));
    }

    /** The build. */
    public Build build() {
        return record.build();
    }

    /** Its path. */
    public String href() {
        return "/builds/" + Paths.segment(build().id().value());
    }

    /** Path of its picture. */
    public String preview() {
        return Paths.preview(build().id());
    }

    /** Where printers are chosen for it. */
    public String sendHref() {
        return href() + "/send";
    }

    /** Where its parts are. */
    public String partsHref() {
        return href() + "/parts";
    }

    /** Where it is taken out of all queues. */
    public String withdrawHref() {
        return "/queues/withdraw?build=" + Paths.segment(build().id().value());
    }

    /** Its line in the list of approvals, where it can be ticked. */
    public String approvalHref() {
        return "/approvals?tick=" + Paths.segment(build().id().value());
    }

    /** All its runs. */
    public String jobsHref() {
        return "/jobs?build=" + Paths.segment(build().id().value());
    }

    /** Where its live stream is. */
    public String streamUrl() {
        return href() + "/events?rev=" + revision();
    }

    /** Whether it may be printed. */
    public Approval approval() {
        return Approval.of(build().approved());
    }

    /** Whether it can't be printed before it is sliced. */
    public boolean unsliced() {
        return Boolean.FALSE.equals(build().sliced());
    }

    /** What all of it costs by the vendor's prices. */
    public Costs standard() {
        return record.standardCosts();
    }

    /** What all of it costs by the organization's own prices. */
    public Costs custom() {
        return record.customCosts();
    }
}
