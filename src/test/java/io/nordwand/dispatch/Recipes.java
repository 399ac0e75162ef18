package io.nordwand.dispatch;

import io.nordwand.simulator.SimulatedEiger;
import io.nordwand.simulator.Simulation;
import io.nordwand.simulator.SimulatorProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.util.FileSystemUtils;

/**
 * The running program and its simulated farm for all tests that do the vendor's example programs (field notes, section 5) on
 * the pages. They share them, since a start takes longer than what they do; so each counts calls from where it begins, and
 * none stops anything. Ends with the run.
 */
public final class Recipes {

    private Recipes() {}

    /** Started when first asked for. */
    private static final class Running {

        static final SimulatedEiger EIGER =
                SimulatedEiger.start(new SimulatorProperties(0, 7, 1, 8, false), Clock.systemUTC());
        static final RunningProgram PROGRAM = start();

        private static RunningProgram start() {
            try {
                Path folder = Files.createTempDirectory("recipes");
                RunningProgram program = RunningProgram.start(folder, EIGER.access());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    program.close();
                    EIGER.close();
                    deleted(folder);
                }));
                return program;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }

        private static void deleted(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException stays) {
                // A temporary folder more.
            }
        }
    }

    public static RunningProgram program() {
        return Running.PROGRAM;
    }

    public static SimulatedEiger eiger() {
        return Running.EIGER;
    }

    public static Simulation shop() {
        return Running.EIGER.simulation();
    }
}
