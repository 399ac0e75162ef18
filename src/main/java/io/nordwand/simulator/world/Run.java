package io.nordwand.simulator.world;

import java.time.Duration;
import java.time.Instant;

/**
 * A job on its printer.
 *
 * @param done share done at {@code since}, 0 to 1
 * @param since since when it is in this stage with that share
 */
public record Run(Job job, Stage stage, double done, Instant since, Fate fate) {

    static Run sent(Job job, Instant at, Fate fate) {
        return new Run(job, Stage.SENT, 0, at, fate);
    }

    /** The build that is printed. */
    public Build build() {
        return job.build();
    }

    /** Whether the device shows it as its active job. */
    public boolean visible() {
        return stage != Stage.SENT;
    }

    /** Share of the print time that has passed, 0 to 1. */
    public double share(Instant now) {
        if (stage != Stage.PRINTING) {
            return done;
        }
        return Math.min(1, done + Duration.between(since, now).toMillis() / 1000.0 / build().printSeconds());
    }

    /** Whole layers done. */
    public int layers(Instant now) {
        return (int) Math.floor(share(now) * build().layers() + 1e-9);
    }

    /** Share of the layers done, 0 to 1; what progress and levels go by, so that both move about once a layer. */
    public double layerShare(Instant now) {
        return (double) layers(now) / Math.max(1, build().layers());
    }

    /** Its job as a list of jobs shows it. */
    Job reported() {
        return stage == Stage.STOPPED && job.endedAt() == null ? job.now("Paused", since) : job;
    }

    Instant when(double share) {
        return since.plusMillis((long) Math.ceil(Math.max(0, share - done) * build().printSeconds() * 1000));
    }

    Run at(Stage next, Instant now) {
        return new Run(job, next, next == Stage.DONE ? 1 : share(now), now, fate);
    }

    Run withFate(Fate other) {
        return new Run(job, stage, done, since, other);
    }

    Run withJob(Job other) {
        return new Run(other, stage, done, since, fate);
    }
}
