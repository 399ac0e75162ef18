package io.nordwand.dispatch;

import io.nordwand.farm.EigerAccess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import reactor.core.publisher.Mono;

/** The whole program as a process of its own, and a signed-in browser without JavaScript before it. */
public final class RunningProgram implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Netty started on port (\\d+)");
    private static final String PASSWORD = "a-password-for-tests";

    /** Back to back they would leave a small machine to nothing else. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Process process;
    private final List<String> errors;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final URI base;

    private RunningProgram(Process process, List<String> errors, int port) throws IOException, InterruptedException {
        this.process = process;
        this.errors = errors;
        this.base = URI.create("http://127.0.0.1:" + port);
        Document login = get("/login");
        Map<String, List<String>> form = form(login.expectFirst("form:has(input[name=password])"));
        form.put("username", List.of("admin"));
        form.put("password", List.of(PASSWORD));
        post("/login", form);
    }

    public static RunningProgram start(Path folder, EigerAccess eiger) throws IOException, InterruptedException {
        return start(folder, eiger, List.of());
    }

    public static RunningProgram start(Path folder, EigerAccess eiger, List<String> more)
            throws IOException, InterruptedException {
        return start(folder, eiger, more, java(System.getProperty("test.program.jvm", "-XX:TieredStopAtLevel=1")));
    }

    /** The beginning of a command line: this JVM's program with these flags. */
    public static List<String> java(String... flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        return command;
    }

    /**
     * Starts it with another JVM than the quick one.
     *
     * @param java how the command line begins, see {@link #java}
     */
    public static RunningProgram start(Path folder, EigerAccess eiger, List<String> more, List<String> java)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-cp", classPath(), "io.nordwand.NordwandApplication"));
        return startAs(folder, eiger, more, command);
    }

    /**
     * Starts what is not quite the program.
     *
     * @param java the command line up to the main class
     */
    public static RunningProgram startAs(Path folder, EigerAccess eiger, List<String> more, List<String> java)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(
                "--server.port=0",
                "--nordwand.data-dir=" + folder,
                "--nordwand.eiger.access-key=" + eiger.accessKey(),
                "--nordwand.eiger.secret-key=" + eiger.secretKey(),
                "--nordwand.eiger.base-url=" + eiger.baseUrl(),
                "--nordwand.account.admin-password=" + PASSWORD,
                "--nordwand.poll.interval=2s",
                "--nordwand.dispatch.patience=300ms",
                "--nordwand.dispatch.ask-every=200ms",
                "--nordwand.dispatch.follow-up=4s"));
        command.removeIf(argument -> more.stream().anyMatch(other -> sameSetting(argument, other)));
        command.addAll(more);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                List<String> errors = Collections.synchronizedList(new ArrayList<>());
                drain(out, errors);
                return new RunningProgram(process, errors, Integer.parseInt(port.group(1)));
            }
        }
        throw new IllegalStateException("The program did not start:\n" + String.join("\n", lines));
    }

    private static boolean sameSetting(String argument, String other) {
        return argument.startsWith("--")
                && argument.substring(0, argument.indexOf('=') + 1).equals(other.substring(0, other.indexOf('=') + 1));
    }

    /** Everything, tests and all. */
    public static String wholeClassPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** Without the tests, whose components are no part of the program. */
    private static String classPath() {
        return Arrays.stream(wholeClassPath().split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A full pipe would stop the program. */
    private static void drain(BufferedReader out, List<String> errors) {
        Thread reader = new Thread(
                () -> {
                    try (out) {
                        out.lines().filter(line -> line.contains(" ERROR ")).forEach(errors::add);
                    } catch (IOException | UncheckedIOException ended) {
                        // Together with the program.
                    }
                },
                "output of the program");
        reader.setDaemon(true);
        reader.start();
    }

    /** How long the page takes from the request to its last byte, which has to come well. */
    public Duration time(String path) throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> response = send(HttpRequest.newBuilder(base.resolve(path)));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + response.statusCode());
        }
        return took;
    }

    public long pid() {
        return process.pid();
    }

    public int port() {
        return base.getPort();
    }

    /** Who is signed in, as a header line without its end. */
    public String cookieHeader() {
        return "Cookie: " + cookie();
    }

    private String cookie() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Lines in which it said that something went wrong that must not. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    /** Stops it in the middle of what it does; connections stand. */
    public void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on. */
    public void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }

    /** Ends it in good order, as a service manager does. */
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** As {@code kill -9} does it: nothing in the program gets to know. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public Document get(String path) throws IOException, InterruptedException {
        return Jsoup.parse(send(HttpRequest.newBuilder(base.resolve(path))).body());
    }

    /** The page once it is so; pages are asked for again and again, as people do. */
    public Document getOnce(String path, Predicate<Document> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        Document page = get(path);
        while (!wanted.test(page) && System.nanoTime() < end) {
            Mono.delay(BETWEEN_LOOKS).block();
            page = get(path);
        }
        return page;
    }

    public int post(String path, Map<String, List<String>> form) throws IOException, InterruptedException {
        return send(request(path, form)).statusCode();
    }

    /** Sends a form and does not wait: the program may end before it answers. */
    public void posting(String path, Map<String, List<String>> form) {
        Mono.fromFuture(() -> http.sendAsync(withCookies(request(path, form)), HttpResponse.BodyHandlers.ofString()))
                .onErrorComplete()
                .subscribe();
    }

    private HttpRequest.Builder request(String path, Map<String, List<String>> form) {
        String body = form.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest withCookies(HttpRequest.Builder request) {
        String all = cookie();
        return (all.isEmpty() ? request : request.header("Cookie", all))
                .header("Accept", "text/html")
                .build();
    }

    /** A file as it came; an error page fails. */
    public byte[] file(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(
                withCookies(HttpRequest.newBuilder(base.resolve(path))), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(path + " was answered with " + response.statusCode());
        }
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(withCookies(request), HttpResponse.BodyHandlers.ofString());
        response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
                .forEach(pair -> cookies.put(pair[0], pair[1]));
        return response;
    }

    /** What a browser would send of the form to that address. */
    public static Map<String, List<String>> form(Document page, String path) {
        return form(page.expectFirst("form[method=post][action=" + path + "]"));
    }

    /** What a browser would send of a form; unticked boxes are ticked, as a person does who means it. */
    public static Map<String, List<String>> form(Element form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.select("input[name]")
                .forEach(input -> fields.merge(
                        input.attr("name"),
                        List.of(
                                input.attr("type").equals("checkbox")
                                                && input.attr("value").isEmpty()
                                        ? "on"
                                        : input.attr("value")),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return fields;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
