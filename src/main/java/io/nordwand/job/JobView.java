package io.nordwand.job;

import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.Costs;
import io.nordwand.history.JobStanding;
import io.nordwand.history.Progress;
import io.nordwand.web.Paths;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One job's page at one moment.
 *
 * @param row the job
 * @param active what the printer itself says of it, or null when no printer works on it
 * @param progress how old the copy is
 */
public record JobView(JobRow row, @Nullable ActiveJob active, Progress progress) {

    /** What a step of a job's life is: whether it has been, is still to come, or can't be told. */
    public enum Known {
        /** It happened. */
        THERE,
        /** It has not happened yet. */
        TO_COME,
        /** Nobody knows. */
        UNKNOWN
    }

    /**
     * A step of a job's life.
     *
     * @param key key of its message
     * @param at when, or null
     * @param known whether it happened
     * @param look wait, run, fail or blank: how the line goes on from here
     * @param gap key of the message for the time until the next step, or null
     * @param lasted that time
     */
    public record Step(
            String key,
            @Nullable Instant at,
            Known known,
            String look,
            @Nullable String gap,
            @Nullable Duration lasted) {}

    /** A material with what it needs in cm³ and what that costs; null is not known. */
    public record Line(
            String key,
            @Nullable String material,
            @Nullable Double need,
            @Nullable Double standard,
            @Nullable Double custom) {

        boolean saysSomething() {
            return Stream.of(Optional.ofNullable(need), Optional.ofNullable(standard), Optional.ofNullable(custom))
                    .anyMatch(figure -> figure.orElse(0.0) > 0);
        }
    }

    static JobView of(JobRow row, Progress progress) {
        return new JobView(
                row, row.owner() == null ? null : row.owner().report().activeJob(), progress);
    }

    /** Id of the job. */
    public String id() {
        return row.job().id().value();
    }

    /** Page of its build, or null when not known. */
    public @Nullable String buildHref() {
        BuildRecord held = row.job().build();
        return held == null
                ? null
                : "/builds/" + Paths.segment(held.build().id().value());
    }

    /** Share done in percent by the printer's word, rounded down; null when not known. */
    public @Nullable Integer percent() {
        Double percent = active == null ? null : active.progressPercent();
        return percent == null || percent.isNaN()
                ? null
                : (Integer) (int) Math.floor(Math.max(0, Math.min(100, percent)));
    }

    /** What its build was estimated to take, or null. */
    public @Nullable Duration estimate() {
        BuildRecord held = row.job().build();
        return held == null ? null : held.build().estimate();
    }

    /** Its life from the first to the last step. */
    public List<Step> steps() {
        JobStanding standing = row.standing();
        Instant queued = row.job().queuedAt();
        Instant created = row.job().createdAt();
        Instant started = row.job().startedAt();
        Instant ended = row.job().endedAt();
        boolean waits = standing == JobStanding.BACKLOGGED;
        boolean runs = standing == JobStanding.PRINTING || standing == JobStanding.PAUSED;
        List<Step> steps = new ArrayList<>();
        if (queued != null) {
            steps.add(step("queued", queued, Known.THERE, "wait", null, null));
        }
        steps.add(step(
                "created",
                created,
                known(created, false),
                "wait",
                "waited",
                queued != null ? queued : created,
                started));
        steps.add(step("started", started, known(started, waits), "run", "printed", started, ended));
        steps.add(new Step(
                standing.ended() ? standing.key() : "ended",
                ended,
                known(ended, waits || runs),
                standing == JobStanding.FAILED ? "fail" : "",
                null,
                null));
        return steps;
    }

    private static Known known(@Nullable Instant at, boolean toCome) {
        return at != null ? Known.THERE : toCome ? Known.TO_COME : Known.UNKNOWN;
    }

    private static Step step(
            String key,
            @Nullable Instant at,
            Known known,
            String look,
            @Nullable String gap,
            @Nullable Instant from,
            @Nullable Instant to) {
        Duration lasted = JobRow.between(from, to);
        return new Step(key, at, known, look, lasted == null ? null : gap, lasted);
    }

    private static Step step(
            String key,
            @Nullable Instant at,
            Known known,
            String look,
            @Nullable String gap,
            @Nullable Duration lasted) {
        return new Step(key, at, known, look, gap, lasted);
    }

    /** What it takes of each material, where anything is known; empty without a build. */
    public List<Line> lines() {
        BuildRecord held = row.job().build();
        if (held == null) {
            return List.of();
        }
        Build build = held.build();
        Costs standard = held.standardCosts();
        Costs custom = held.customCosts();
        Double fiber = held.fiberCubicCentimetres();
        boolean fibers = fiber != null && fiber > 0;
        List<Line> lines = List.of(
                new Line(
                        "primary",
                        build.primaryMaterial(),
                        build.needs().primaryCubicCentimetres(),
                        standard.primary(),
                        custom.primary()),
                new Line(
                        "secondary",
                        fibers ? null : build.secondaryMaterial(),
                        fibers ? null : build.needs().secondaryCubicCentimetres(),
                        standard.secondary(),
                        custom.secondary()),
                new Line("fiber", build.secondaryMaterial(), fibers ? fiber : null, standard.fiber(), custom.fiber()),
                new Line(
                        "support",
                        null,
                        build.needs().supportCubicCentimetres(),
                        standard.support(),
                        custom.support()));
        return lines.stream().filter(Line::saysSomething).toList();
    }

    /** Cost by the vendor's prices, or null when not known. */
    public @Nullable Double standardTotal() {
        BuildRecord held = row.job().build();
        return held == null ? null : held.standardCosts().total();
    }

    /** Cost by the organization's own prices, or null when not known. */
    public @Nullable Double customTotal() {
        BuildRecord held = row.job().build();
        return held == null ? null : held.customCosts().total();
    }

    /** Whether the page shows the same in both, apart from how old the copy is. */
    boolean looksLike(JobView other) {
        return row.job().equals(other.row.job())
                && row.standing() == other.row.standing()
                && Objects.equals(active, other.active);
    }
}
