package io.nordwand.bench;

import io.nordwand.bench.Crowd.Ear;
import io.nordwand.dispatch.RunningProgram;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/**
 * What many viewers cost: live streams of the fleet page, and the page itself beside nginx. Not part of the tests:
 * {@code mvn -Pbench test}, described in the README.
 */
@Timeout(3600)
class ViewersBenchmark {

    private static final int PER_SECOND = Integer.getInteger("bench.changes", 20);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 40));
    private static final Duration SPAN = Duration.ofSeconds(Integer.getInteger("bench.span", 30));
    private static final String STREAM = System.getProperty("bench.stream", "/fleet/events?shown=compact");
    private static final String ENCODING = "Accept-Encoding: gzip, deflate, br, zstd\r\n";
    private static final int CONNECTIONS = 8;

    @Test
    void streams(@TempDir Path folder) throws Exception {
        int printers = Integer.getInteger("bench.printers", 200);
        try (ChangingEiger eiger = ChangingEiger.start(printers, PER_SECOND);
                RunningProgram program = start(folder, eiger)) {
            Figures figures = new Figures(program.pid());
            String headers = program.cookieHeader() + "\r\nAccept: text/event-stream\r\n" + ENCODING;
            say("%nLive streams of %s, %d printers, %d changes/s, %s".formatted(
                    STREAM, printers, PER_SECOND, machine()));
            say("  N    CPU of the program   more per stream   bytes/change   as text   poll to last byte      heap/stream"
                    + "   memory/stream   Eiger");
            say("                                                                        p50 ms    p99 ms               KiB"
                    + "             KiB   calls/min");
            warmUp(program, headers);
            Idle idle = null;
            for (int size : sizes()) {
                idle = round(eiger, program, figures, headers, size, idle);
            }
        }
    }

    private static List<Integer> sizes() {
        return Arrays.stream(System.getProperty("bench.streams", "0,1,100,1000").split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }

    /** What the program uses without any stream. */
    private record Idle(double cpu, long heap, long resident) {}

    private static Idle round(
            ChangingEiger eiger, RunningProgram program, Figures figures, String headers, int size, Idle idle)
            throws IOException, InterruptedException, DataFormatException {
        try (Crowd crowd = Crowd.of(size, program.port(), STREAM, headers)) {
            pass(size == 0 ? Duration.ofSeconds(10) : WARM_UP);
            if (!crowd.allHear() || !crowd.failure().isBlank()) {
                throw new IllegalStateException("Not all streams are open: " + crowd.failure());
            }
            long from = System.nanoTime();
            long changes = eiger.changes();
            int calls = eiger.calls();
            Duration cpu = figures.cpu();
            pass(SPAN);
            double used = figures.cpu().minus(cpu).toMillis() / 1e3;
            double took = (System.nanoTime() - from) / 1e9;
            changes = eiger.changes() - changes;
            calls = eiger.calls() - calls;
            List<Ear> ears = crowd.stop();
            long until = System.nanoTime();
            Idle now = new Idle(used / took, figures.heap(), figures.resident());
            if (size == 0) {
                say("%5d  %12.1f %% of a core %88.1f".formatted(size, now.cpu() * 100, calls * 60 / took));
                return now;
            }
            long sent = 0;
            long plain = 0;
            List<Double> times = new ArrayList<>();
            Map<Integer, Long> answered = eiger.answered();
            for (Ear ear : ears) {
                Heard heard = Heard.of(ear.pieces(), from);
                sent += heard.sent();
                plain += heard.plain();
                times.addAll(times(answered, heard, from, until));
            }
            Collections.sort(times);
            say("%5d  %12.1f %% of a core  %10.3f ms/s  %12.0f  %8.0f  %8.1f  %8.1f  %16.1f  %14.1f  %10.1f".formatted(
                    size,
                    now.cpu() * 100,
                    idle == null ? Double.NaN : (now.cpu() - idle.cpu()) * 1e3 / size,
                    (double) sent / size / changes,
                    (double) plain / size / changes,
                    quantile(times, 0.5),
                    quantile(times, 0.99),
                    idle == null ? Double.NaN : (now.heap() - idle.heap()) / 1024.0 / size,
                    idle == null ? Double.NaN : (now.resident() - idle.resident()) / 1024.0 / size,
                    calls * 60 / took));
            return idle;
        }
    }

    /** Answers that were given in the span, but for the last, which may still be under way. */
    private static List<Double> times(Map<Integer, Long> answered, Heard heard, long from, long until) {
        List<Double> times = new ArrayList<>();
        answered.forEach((number, at) -> {
            if (at >= from && at < until - 2_000_000_000L) {
                Long arrived = heard.arrivals().get(number);
                times.add(arrived == null ? Double.POSITIVE_INFINITY : (arrived - at) / 1e6);
            }
        });
        return times;
    }

    private static double quantile(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1)));
    }

    private static void warmUp(RunningProgram program, String headers) throws IOException {
        try (Crowd crowd = Crowd.of(50, program.port(), STREAM, headers)) {
            pass(WARM_UP);
        }
        pass(Duration.ofSeconds(5));
    }

    @Test
    void pages(@TempDir Path folder) throws Exception {
        for (int printers : List.of(200, 1000)) {
            Path own = Files.createDirectory(folder.resolve("of-" + printers));
            try (ChangingEiger eiger = ChangingEiger.start(printers, PER_SECOND);
                    RunningProgram program = start(own, eiger)) {
                say("%nThe fleet page, %d printers, %d changes/s, %d connections, %s".formatted(
                        printers, PER_SECOND, CONNECTIONS, machine()));
                say("                                 pages/s   CPU ms/page    p50 ms    p99 ms     bytes");
                program.getOnce("/fleet", page -> page.select(".mini").size() > 0);
                String headers = program.cookieHeader() + "\r\nAccept: text/html\r\n" + ENCODING;
                Load.of(CONNECTIONS, WARM_UP, program.port(), "/fleet", headers);
                measure("Nordwand, gzip", program.port(), program.pid(), "/fleet", headers);
                Optional<Path> nginx = Nginx.program();
                if (nginx.isEmpty()) {
                    say("nginx is not installed, so that there is nothing to hold it against");
                } else {
                    beside(nginx.get(), folder, program.file("/fleet"), headers);
                }
            }
        }
    }

    private static void beside(Path program, Path folder, byte[] page, String headers) throws Exception {
        Files.write(folder.resolve("fleet.html"), page);
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("fleet.html.gz")))) {
            out.write(page);
        }
        List<String> pinned = twoCores() ? List.of("taskset", "-c", "0") : List.of();
        try (Nginx nginx = Nginx.start(program, folder, pinned)) {
            measure("nginx, gzip for each request", nginx.port(), nginx.pid(), "/fleet.html", headers);
            measure("nginx, file of gzip", nginx.port(), nginx.pid(), "/fleet.html.gz", headers);
        }
    }

    private static void measure(String name, int port, long pid, String path, String headers) throws IOException {
        Figures figures = new Figures(pid);
        Duration cpu = figures.cpu();
        Load.Result result = Load.of(CONNECTIONS, SPAN, port, path, headers);
        double used = figures.cpu().minus(cpu).toMillis();
        say("%-30s %9.1f  %12.3f  %8.2f  %8.2f  %8d".formatted(
                name,
                result.perSecond(),
                used / result.pages(),
                result.millis(0.5),
                result.millis(0.99),
                result.bytes()));
    }

    /** With what an installation has; on core 0 if there are two, so that the viewers have the other. */
    private static RunningProgram start(Path folder, ChangingEiger eiger) throws IOException, InterruptedException {
        List<String> java = new ArrayList<>();
        if (twoCores()) {
            java.addAll(List.of("taskset", "-c", "0"));
            Figures.pin(ProcessHandle.current().pid(), 1);
        }
        java.addAll(RunningProgram.java("-Xmx768m"));
        Arrays.stream(System.getProperty("bench.jvm", "").split(" ", -1))
                .filter(flag -> !flag.isBlank())
                .forEach(java::add);
        return RunningProgram.start(folder, eiger.access(), List.of("--nordwand.poll.interval=2s"), java);
    }

    private static boolean twoCores() {
        return Files.isExecutable(Path.of("/usr/bin/taskset"))
                && Path.of("/sys/devices/system/cpu/cpu1").toFile().exists();
    }

    private static String machine() {
        return "load %.1f".formatted(
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void pass(Duration span) {
        Mono.delay(span).block();
    }

    private static void say(String line) {
        System.out.println(line);
    }

    /** What a page's answer is when it is not packed. */
    static byte[] unpacked(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
