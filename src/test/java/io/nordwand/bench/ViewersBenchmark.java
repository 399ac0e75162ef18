package io.nordwand.bench;

import io.nordwand.bench.Crowd.Ear;
import io.nordwand.dispatch.RunningProgram;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 30));
    /** Until then the JVM's compiler takes a third of the one core and more, and after it next to nothing. */
    private static final Duration PAGE_WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.page-warm-up", 240));

    private static final Duration SPAN = Duration.ofSeconds(Integer.getInteger("bench.span", 30));
    private static final String STREAM = System.getProperty("bench.stream", "/fleet/events?shown=compact");
    private static final String ENCODING = "Accept-Encoding: gzip, deflate, br, zstd\r\n";
    private static final int CONNECTIONS = 8;

    @Test
    void streams(@TempDir Path folder) throws Exception {
        int printers = Integer.getInteger("bench.printers", 200);
        try (ChangingEiger eiger = ChangingEiger.start(printers, PER_SECOND);
                RunningProgram program = start(folder, eiger)) {
            String headers = program.cookieHeader() + "\r\nAccept: text/event-stream\r\n" + ENCODING;
            say("%nLive streams of %s, %d printers, %d changes/s, %s"
                    .formatted(STREAM, printers, PER_SECOND, machine()));
            warmUp(eiger, program, headers);
            say(
                    "streams   CPU    each further  bytes/change  as text   poll to last byte, ms   heap KiB,    memory KiB,   Eiger");
            say(
                    "          %     ms/s                                      p50    p99    most   each further  each further  calls/min");
            Use before = new Use(0, 0, 0, 0);
            for (int size : numbers("bench.streams", "0,1,100,1000")) {
                Use now = round(eiger, program, headers, size, before);
                before = size <= 1 ? now : before;
            }
        }
    }

    private static List<Integer> numbers(String property, String usual) {
        return Arrays.stream(System.getProperty(property, usual).split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }

    /** What the program uses: cores, bytes of live objects, bytes of memory. */
    private record Use(int streams, double cpu, long heap, long resident) {}

    /** One number of streams, held against what the program uses with one, or one against none. */
    private static Use round(ChangingEiger eiger, RunningProgram program, String headers, int size, Use before)
            throws IOException, InterruptedException, DataFormatException {
        Figures figures = new Figures(program.pid());
        try (Crowd crowd = Crowd.of(size, program.port(), STREAM, headers)) {
            for (int second = 0; crowd.silent() > 0 && second < 120; second++) {
                pass(Duration.ofSeconds(1));
            }
            pass(WARM_UP);
            if (crowd.silent() > 0 || !crowd.failure().isBlank()) {
                throw new IllegalStateException(crowd.silent() + " streams are not open. " + crowd.failure());
            }
            // A pause of the viewers' own JVM would count as the program's.
            System.gc();
            pass(Duration.ofSeconds(1));
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
            Use now = new Use(size, used / took, figures.heap(), figures.resident());
            long sent = 0;
            long plain = 0;
            List<Double> times = new ArrayList<>();
            for (Ear ear : ears) {
                Heard heard = Heard.of(ear.pieces(), from);
                sent += heard.sent();
                plain += heard.plain();
                times.addAll(times(eiger.answered(), heard, from, until));
            }
            Collections.sort(times);
            int further = Math.max(1, size - before.streams());
            say("%7d  %5.1f  %10.3f  %12.0f  %7.0f  %8.0f  %5.0f  %6.0f  %12.1f  %12.1f  %9.0f"
                    .formatted(
                            size,
                            now.cpu() * 100,
                            (now.cpu() - before.cpu()) * 1e3 / further,
                            (double) sent / size / changes,
                            (double) plain / size / changes,
                            quantile(times, 0.5),
                            quantile(times, 0.99),
                            quantile(times, 1),
                            (now.heap() - before.heap()) / 1024.0 / further,
                            (now.resident() - before.resident()) / 1024.0 / further,
                            calls * 60 / took));
            return now;
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

    /** Compiles what is often used, and lets the program read every queue once. */
    private static void warmUp(ChangingEiger eiger, RunningProgram program, String headers) throws Exception {
        try (Crowd crowd = Crowd.of(50, program.port(), STREAM, headers)) {
            pass(WARM_UP);
            crowd.stop();
        }
        calm(eiger);
    }

    /** Until every queue was read once, which is not to be repeated. */
    private static void calm(ChangingEiger eiger) {
        int calls;
        do {
            calls = eiger.calls();
            pass(Duration.ofSeconds(5));
        } while (eiger.calls() - calls > 4);
    }

    @Test
    void pages(@TempDir Path folder) throws Exception {
        for (int printers : numbers("bench.farms", "200,1000")) {
            Path own = Files.createDirectory(folder.resolve("of-" + printers));
            try (ChangingEiger eiger = ChangingEiger.start(printers, PER_SECOND);
                    RunningProgram program = start(own, eiger)) {
                say("%nThe fleet page, %d printers, %d changes/s, %d connections, %s"
                        .formatted(printers, PER_SECOND, CONNECTIONS, machine()));
                say("                                 pages/s   CPU ms/page    p50 ms    p99 ms     bytes");
                program.getOnce("/fleet", page -> page.select(".mini").size() > 0);
                calm(eiger);
                String plain = program.cookieHeader() + "\r\nAccept: text/html\r\n";
                String headers = plain + ENCODING;
                Load.of(CONNECTIONS, PAGE_WARM_UP, program.port(), "/fleet", headers);
                measure("Nordwand, gzip", program.port(), program.pid(), "/fleet", headers);
                measure("Nordwand, plain", program.port(), program.pid(), "/fleet", plain);
                Optional<Path> nginx = Nginx.program();
                if (nginx.isEmpty()) {
                    say("nginx is not installed, so that there is nothing to hold it against");
                } else {
                    beside(nginx.get(), folder, program.file("/fleet"), plain);
                }
            }
        }
    }

    private static void beside(Path program, Path folder, byte[] page, String plain) throws Exception {
        Files.write(folder.resolve("fleet.html"), page);
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("fleet.html.gz")))) {
            out.write(page);
        }
        List<String> pinned = twoCores() ? List.of("taskset", "-c", "0") : List.of();
        try (Nginx nginx = Nginx.start(program, folder, pinned)) {
            measure("nginx, gzip for each request", nginx.port(), nginx.pid(), "/fleet.html", plain + ENCODING);
            measure("nginx, file of gzip", nginx.port(), nginx.pid(), "/fleet.html.gz", plain + ENCODING);
            measure("nginx, plain file", nginx.port(), nginx.pid(), "/fleet.html", plain);
        }
    }

    private static void measure(String name, int port, long pid, String path, String headers) throws IOException {
        Figures figures = new Figures(pid);
        Duration cpu = figures.cpu();
        Load.Result result = Load.of(CONNECTIONS, SPAN, port, path, headers);
        double used = figures.cpu().minus(cpu).toMillis();
        say("%-30s %9.1f  %12.3f  %8.2f  %8.2f  %8d"
                .formatted(
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
        return RunningProgram.start(
                folder,
                eiger.access(),
                List.of("--nordwand.poll.interval=2s", "--nordwand.poll.queue-round=12h"),
                java);
    }

    private static boolean twoCores() {
        return Files.isExecutable(Path.of("/usr/bin/taskset"))
                && Path.of("/sys/devices/system/cpu/cpu1").toFile().exists();
    }

    private static String machine() {
        return "load %.1f"
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static void pass(Duration span) {
        Mono.delay(span).block();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
