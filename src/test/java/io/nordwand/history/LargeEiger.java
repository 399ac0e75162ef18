package io.nordwand.history;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.nordwand.farm.EigerAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An organization that has printed for years, as far as its lists go: states, gaps and materials as a live one had them
 * (field notes, section 3). The simulator holds everything in memory with its whole history, which is too much here.
 */
final class LargeEiger implements AutoCloseable {

    static final int PRINTERS = 300;
    static final int PEOPLE = 400;
    private static final int PAGE = 1000;
    private static final Pattern PARAMETER = Pattern.compile("([^=&]+)=([^&]*)");
    private static final List<String> NOUNS =
            List.of("Bracket", "Gripper", "Jig", "Nozzle", "Clamp", "Housing", "Impeller", "Fixture", "Lever", "Mount");
    private static final List<String> WORDS =
            List.of("left", "right", "front", "rear", "upper", "lower", "test", "batch", "rev", "spare");
    private static final List<String> MATERIALS = List.of("Onyx", "ULTEM™ 9085 Filament", "Nylon White", "Vega");

    /** What is drawn of a job. */
    private record Drawn(
            int number, int build, int printer, int person, String state, Instant created, Instant ended) {}

    private final HttpServer server;
    private final int builds;
    private final Instant now;
    private final List<Drawn> jobs;

    private LargeEiger(int jobs, int builds, Clock clock) throws IOException {
        this.builds = builds;
        this.now = clock.instant();
        this.jobs = draw(jobs, builds, now);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", this::answer);
        server.start();
    }

    static LargeEiger start(int jobs, int builds) throws IOException {
        return new LargeEiger(jobs, builds, Clock.systemUTC());
    }

    EigerAccess access() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v3");
        return new EigerAccess(base, "key-of-the-benchmark", "secret-of-the-benchmark", false);
    }

    private static List<Drawn> draw(int jobs, int builds, Instant now) {
        Random dice = new Random(4711);
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            Instant created = now.minus(Duration.ofMinutes(10L + dice.nextInt(5 * 365 * 24 * 60)));
            int luck = dice.nextInt(1000);
            String state = i % 400 == 0
                    ? "Backlogged"
                    : luck < 655
                            ? "Completed"
                            : luck < 890 ? "Canceled" : luck < 987 ? "Failed" : luck < 997 ? "Unknown" : "Printing";
            // Few builds are printed often, as everywhere.
            int build = (int) (builds * Math.pow(dice.nextDouble(), 3));
            drawn.add(new Drawn(
                    i,
                    build,
                    dice.nextInt(PRINTERS),
                    dice.nextInt(PEOPLE),
                    state,
                    created,
                    created.plus(Duration.ofMinutes(20L + dice.nextInt(3000)))));
        }
        drawn.sort(Comparator.comparing(Drawn::created));
        return List.copyOf(drawn);
    }

    static String printer(int number) {
        return "P-%03d".formatted(number);
    }

    static String person(int number) {
        return "Person No " + number;
    }

    static String title(int number) {
        return NOUNS.get(number % 10) + " " + WORDS.get(number / 10 % 10) + " " + number;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/api/v3", "");
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        String body = switch (path) {
            case "/print_jobs" -> jobs(query);
            case "/builds" -> builds(query);
            case "/devices" -> page(PRINTERS, query, LargeEiger::device);
            default -> null;
        };
        byte[] bytes = (body == null ? "{\"message\":\"Not found\"}" : body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> query(String raw) {
        Matcher parameters = PARAMETER.matcher(raw == null ? "" : raw);
        return parameters
                .results()
                .collect(Collectors.toMap(found -> decoded(found.group(1)), found -> decoded(found.group(2))));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private String jobs(Map<String, String> query) {
        Stream<Drawn> wanted = jobs.stream();
        String state = query.get("filter[state][eq]");
        String since = query.get("filter[updated_at][ge]");
        if (state != null) {
            wanted = wanted.filter(job -> job.state().equals(state));
        }
        if (since != null) {
            Instant from = Instant.parse(since);
            wanted = wanted.filter(job -> !updated(job).isBefore(from)).sorted(Comparator.comparing(this::updated));
        }
        List<Drawn> all = wanted.toList();
        return page(all.size(), query, number -> job(all.get(number)));
    }

    /** No build changed since it was made, and the newest has the highest number. */
    private String builds(Map<String, String> query) {
        String since = query.get("filter[updated_at][ge]");
        int old = since == null
                ? 0
                : (int) IntStream.range(0, builds)
                        .takeWhile(number -> made(number).isBefore(Instant.parse(since)))
                        .count();
        return page(builds - old, query, number -> build(old + number));
    }

    private Instant made(int number) {
        return now.minus(Duration.ofMinutes(5L * 365 * 24 * 60 / builds * (builds - number)));
    }

    private Instant updated(Drawn job) {
        return job.ended().isAfter(now) ? job.created() : job.ended();
    }

    private static String page(int size, Map<String, String> query, IntFunction<String> item) {
        int from = (Integer.parseInt(query.getOrDefault("page[number]", "1")) - 1) * PAGE;
        int to = Math.min(size, from + PAGE);
        String items = IntStream.range(Math.min(from, to), to).mapToObj(item).collect(Collectors.joining(","));
        return "{\"has_more_items\":%s,\"items\":[%s]}".formatted(to < size, items);
    }

    private String job(Drawn job) {
        boolean waits = job.state().equals("Backlogged");
        boolean lost = job.state().equals("Printing") && job.number() % 3 != 0;
        String times = waits
                ? "\"started_at\":null,\"ended_at\":null"
                : "\"started_at\":\"%s\",\"ended_at\":%s"
                        .formatted(job.created(), job.state().equals("Printing") ? "null" : "\"" + job.ended() + "\"");
        return """
                {"id":"%s","state":"%s","queued_at":%s,"created_at":"%s","updated_at":"%s",%s,"build":%s,"device":%s,
                 "source":"%s","initiator":%s,"requester":null}""".formatted(
                Records.id("job", job.number()),
                job.state(),
                job.number() % 5 < 2 ? "\"" + job.created().minusSeconds(900) + "\"" : "null",
                job.created(),
                updated(job),
                times,
                build(job.build()),
                waits || lost ? "null" : device(job.printer()),
                job.number() % 6 == 0 ? "Device" : "Eiger",
                job.number() % 10 == 0
                        ? "null"
                        : "{\"id\":\"%s\",\"name\":\"%s\",\"email\":\"p%d@example.com\"}"
                                .formatted(Records.id("person", job.person()), person(job.person()), job.person()));
    }

    private String build(int number) {
        Instant created = made(number);
        return """
                {"id":"%s","title":"%s","created_at":"%s","updated_at":"%s","part_count":%d,"device_series":"%s",
                 "primary_material":"%s","secondary_material":"%s","ccs_primary_required":%s,"ccs_secondary_required":null,
                 "ccs_tertiary_required":null,"ccs_fiber_required":%s,"estimated_print_seconds":%s,"sliced":%s,
                 "blacksmith_enabled":false,"approved":null,
                 "standard_costs":{"primary":3.5,"secondary":null,"tertiary":null,"fiber":null,"total":%s}}""".formatted(
                        Records.id("build", number),
                        title(number),
                        created,
                        created,
                        number % 12 + 1,
                        number % 4 == 0 ? "FX20" : number % 4 == 1 ? "Desktop Series" : "Industrial Series",
                        MATERIALS.get(number % 4),
                        number % 3 == 0 ? "Carbon Fiber" : "None",
                        number % 400 + 0.5,
                        number % 3 == 0 ? "14.2" : "0",
                        1800 + number % 90000,
                        number % 50 != 0,
                        number % 300 + 1.25);
    }

    private static String device(int number) {
        return """
                {"id":"%s","name":"%s","device_type":"X7","device_series":"Industrial Series","queue_length":0,"state":"Ready",
                 "loaded_primary_material":"Onyx","ccs_primary_remaining":500.5}""".formatted(Records.id("printer", number), printer(number));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
