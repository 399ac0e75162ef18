package io.nordwand.browser;

import io.nordwand.ShiftedClock;
import io.nordwand.ShiftedProgram;
import io.nordwand.dispatch.RunningProgram;
import io.nordwand.simulator.SimulatedEiger;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Starts the program again and again on the same data, with a clock that the test sets. */
final class Programs {

    /** Where the screens hang. */
    static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    private static final String ASSETS = "static/assets";
    private static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final Path time;
    private final ShiftedClock clock;

    Programs(Path folder) {
        this.folder = folder;
        this.time = folder.resolve("clock");
        this.clock = ShiftedClock.at(time);
    }

    /** The clock of all that are started here. */
    ShiftedClock clock() {
        return clock;
    }

    /** On this port, or any if it is 0. */
    RunningProgram start(SimulatedEiger eiger, int port) throws IOException, InterruptedException {
        return start(eiger, port, RunningProgram.wholeClassPath());
    }

    /** With the same assets but the screens’ script under another name, as a build of other sources has it. */
    RunningProgram startAnotherVersion(SimulatedEiger eiger, int port) throws IOException, InterruptedException {
        Path here = new ClassPathResource(ASSETS).getFile().toPath();
        Path other = Files.createDirectories(folder.resolve("other").resolve(ASSETS));
        try (Stream<Path> files = Files.list(here)) {
            for (Path file : files.toList()) {
                Files.copy(file, other.resolve(another(file.getFileName().toString())));
            }
        }
        Files.writeString(other.resolve(MANIFEST), another(Files.readString(here.resolve(MANIFEST))));
        return start(eiger, port, folder.resolve("other") + File.pathSeparator + RunningProgram.wholeClassPath());
    }

    private RunningProgram start(SimulatedEiger eiger, int port, String classPath)
            throws IOException, InterruptedException {
        List<String> java =
                RunningProgram.java("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx500m", "-Dtest.clock=" + time);
        java.addAll(List.of("-cp", classPath, ShiftedProgram.class.getName()));
        return RunningProgram.startAs(
                folder.resolve("data"),
                eiger.access(),
                List.of(
                        "--server.port=" + port,
                        "--nordwand.web.zone=" + ZONE,
                        "--nordwand.web.stream-lifetime=2m",
                        "--nordwand.poll.max-backoff=2s"),
                java);
    }

    /** What the address of the screens’ script, or a text with it, is in the other version. */
    static String another(String text) {
        return text.replaceAll("(kiosk\\.\\w+)\\.js", "$1A.js");
    }
}
