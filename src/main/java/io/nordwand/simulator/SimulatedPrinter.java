package io.nordwand.simulator;

import io.nordwand.simulator.world.Happening;
import io.nordwand.simulator.world.Printer;
import io.nordwand.simulator.world.Run;
import io.nordwand.simulator.world.Timeline;
import io.nordwand.simulator.world.World;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One printer of the simulation, for tests: what it is at, and things that happen to it at once. */
public final class SimulatedPrinter {

    private final UUID id;
    private final Timeline timeline;

    SimulatedPrinter(UUID id, Timeline timeline) {
        this.id = id;
        this.timeline = timeline;
    }

    /** Its device id. */
    public UUID id() {
        return id;
    }

    /** The state that is reported; blank when none is. */
    public String state() {
        World world = timeline.world();
        return world.printer(id).reported(world.now());
    }

    /** Id of the job that it works on, or null. */
    public @Nullable UUID activeJob() {
        Printer printer = timeline.world().printer(id);
        Run run = printer.run();
        return run == null || !run.visible() ? null : run.job().id();
    }

    /** Loses contact until {@link #comeBack()}; what it does goes on. */
    public void goOffline() {
        timeline.happen(id, Happening.OFFLINE);
    }

    /** Is in contact again. */
    public void comeBack() {
        timeline.happen(id, Happening.ONLINE);
    }

    /** Finishes its print well. */
    public void finish() {
        timeline.happen(id, Happening.FINISH);
    }

    /** Jams, until {@link #mend()}. */
    public void jam() {
        timeline.happen(id, Happening.JAM);
    }

    /** Sees that its print has failed, until {@link #mend()} or {@link #makeReady()}. */
    public void fail() {
        timeline.happen(id, Happening.FAIL);
    }

    /** Has its first spool run low; the warning comes a second later while it prints. */
    public void runLow() {
        timeline.happen(id, Happening.RUN_LOW);
    }

    /** Is mended and goes on. */
    public void mend() {
        timeline.happen(id, Happening.MEND);
    }

    /** Is free, whatever it did, and stays so for an hour unless a print is sent; its queue stays. */
    public void makeReady() {
        timeline.happen(id, Happening.READY);
    }

    /** Loses its queue. */
    public void emptyQueue() {
        timeline.happen(id, Happening.UNQUEUE);
    }

    /** Takes the prints that it is sent, as it does by itself. */
    public void obey() {
        timeline.happen(id, Happening.WILLING);
    }

    /** Never takes the prints that it is sent, although Eiger answers 201. */
    public void ignorePrints() {
        timeline.happen(id, Happening.DEAF);
    }

    /** Finds the prints that it is sent incompatible. */
    public void refusePrints() {
        timeline.happen(id, Happening.REFUSING);
    }

    /** Reports that word as its state from now on, known or not, and nothing more happens by itself. */
    public void say(String state) {
        timeline.say(id, state);
    }
}
