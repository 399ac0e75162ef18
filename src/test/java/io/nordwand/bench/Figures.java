package io.nordwand.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process has used, from outside; works on Linux. */
public record Figures(long pid) {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** CPU time of all its threads, in the steps of the kernel's clock (10 ms). */
    public Duration cpu() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Duration.ofMillis((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10);
    }

    /** Bytes of the live objects of a JVM, after a full collection. */
    public long heap() throws IOException, InterruptedException {
        Matcher total = TOTAL.matcher(run("jcmd", Long.toString(pid), "GC.class_histogram"));
        if (!total.find()) {
            throw new IllegalStateException("jcmd told no total");
        }
        return Long.parseLong(total.group(1));
    }

    /** Bytes of its memory, native memory included. */
    public long resident() throws IOException {
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
        if (!resident.find()) {
            throw new IllegalStateException("no resident size");
        }
        return Long.parseLong(resident.group(1)) * 1024;
    }

    /** Binds it to one core with all its threads; says whether that could be done. */
    static boolean pin(long pid, int core) throws IOException, InterruptedException {
        return new ProcessBuilder("taskset", "-a", "-p", "-c", Integer.toString(core), Long.toString(pid))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        String tool =
                Path.of(System.getProperty("java.home"), "bin", command[0]).toString();
        List<String> all = new java.util.ArrayList<>(List.of(command));
        all.set(0, tool);
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }
}
