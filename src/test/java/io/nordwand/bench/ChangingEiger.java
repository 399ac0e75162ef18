package io.nordwand.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nordwand.farm.EigerAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An organization in which so many printers a second have something new to tell. The first printer names in its phase
 * how often all printers were asked for, so that whoever is shown it knows which answer it saw.
 */
final class ChangingEiger implements AutoCloseable {

    private static final String MARK = "Answer ";
    private static final List<String> IDLE =
            List.of("Ready", "Ready", "Print Complete", "Fiber Jam", "Offline", "Print Complete");
    private static final List<String> MATERIALS = List.of("Onyx", "Nylon White", "ULTEM™ 9085 Filament", "Onyx FR");

    private final HttpServer server;
    private final int printers;
    private final int perSecond;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final long began = System.nanoTime();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, Long> answered = new ConcurrentHashMap<>();
    private int answers;

    private ChangingEiger(int printers, int perSecond) throws IOException {
        this.printers = printers;
        this.perSecond = perSecond;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", this::answer);
        server.start();
    }

    static ChangingEiger start(int printers, int perSecond) throws IOException {
        return new ChangingEiger(printers, perSecond);
    }

    EigerAccess access() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v3");
        return new EigerAccess(base, "key-of-the-benchmark", "secret-of-the-benchmark", false);
    }

    /** Calls of any kind until now. */
    int calls() {
        return calls.get();
    }

    /** How many changes there were until now. */
    long changes() {
        return (System.nanoTime() - began) * perSecond / 1_000_000_000;
    }

    /** When the last byte of each answer about all printers was sent, in the time of {@link System#nanoTime}. */
    Map<Integer, Long> answered() {
        return Map.copyOf(answered);
    }

    /** Text that stands in what is shown of an answer, with its number behind it. */
    static String mark() {
        return MARK;
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        String path = exchange.getRequestURI().getPath().replaceFirst("^/api/v3", "");
        long changes = changes();
        if (path.equals("/devices")) {
            int number = count();
            send(exchange, 200, devices(changes, number));
            answered.put(number, System.nanoTime());
        } else if (path.matches("/devices/.*/queue")) {
            int printer = Integer.parseInt(path.split("/", -1)[2].substring(24), 16);
            send(exchange, 200, "{\"device\":%s,\"queue\":[]}".formatted(device(printer, changes, 0)));
        } else if (path.matches("/(print_jobs|builds|users|job_requests|backlog)")) {
            send(exchange, 200, "{\"has_more_items\":false,\"items\":[]}");
        } else {
            send(exchange, 404, "{\"message\":\"Not found\"}");
        }
    }

    private synchronized int count() {
        return ++answers;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String devices(long changes, int number) {
        return IntStream.range(0, printers)
                .mapToObj(printer -> device(printer, changes, number))
                .collect(Collectors.joining(",", "{\"has_more_items\":false,\"items\":[", "]}"));
    }

    /** Three of four print, and take turns in changing. */
    private String device(int printer, long changes, int number) {
        boolean prints = printer % 4 != 3;
        return """
                {"id":"%s","name":"P-%04d","device_type":"X7","device_series":"Industrial Series","queue_length":0,
                 "queue_estimated_time_seconds":0,"state":"%s","loaded_primary_material":"%s","ccs_primary_remaining":%d.5,
                 "loaded_secondary_material":"Carbon Fiber","ccs_secondary_remaining":%d.25,"active_job":%s}""".formatted(
                        id("d", printer),
                        printer,
                        prints ? "Printing" : IDLE.get(printer / 4 % IDLE.size()),
                        MATERIALS.get(printer % 4),
                        300 + printer % 400,
                        40 + printer % 90,
                        prints ? job(printer, changes, number) : "null");
    }

    private String job(int printer, long changes, int number) {
        int printing = (printers * 3 + 3) / 4;
        long own = (changes + printer * 3L / 4) / printing;
        long layer = 10 + (printer * 37L + own * 3) % 290;
        return """
                {"id":"%s","state":"Printing","printing_state":"%s","current_layer":%d,"layer_count":300,"progress":%d,
                 "estimated_seconds_remaining":%d,"started_at":"%s","build":{"id":"%s","title":"Bracket rev %d","sliced":true,
                 "ccs_primary_required":80.5,"estimated_print_seconds":90000}}""".formatted(
                        id("a", printer),
                        printer == 0 && number > 0 ? MARK + number : "Printing",
                        layer,
                        layer / 3,
                        // The estimate moves with every tenth change, and with it the order of the page.
                        7200 + printer % 97 * 600 - own / 10 % 50 * 120,
                        start.minusSeconds(3600L + printer),
                        id("b", printer),
                        printer);
    }

    private static String id(String kind, int number) {
        return "%s0000000-0000-4000-8000-%012x".formatted(kind, number);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
