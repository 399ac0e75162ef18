package io.nordwand.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Comma-separated values as spreadsheets read them without harm: UTF-8 with its mark, every cell quoted, no formulas. */
@Component
public class Csv {

    /** What makes a spreadsheet take a cell for a formula, also behind white space. */
    private static final Pattern FORMULA =
            Pattern.compile("^\\s*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private static final String MARK = "\uFEFF";

    private final DateTimeFormatter local;

    Csv(WebProperties web) {
        ZoneId zone = web.zoneOrDefault();
        this.local = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx").withZone(zone);
    }

    /** The first line, with the mark by which spreadsheets know UTF-8. */
    public static String head(String... names) {
        return MARK + line(Arrays.stream(names));
    }

    /** A line of cells; null is an empty one. */
    public static String line(Stream<? extends @Nullable Object> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = !(value instanceof Number) && FORMULA.matcher(text).matches();
        return "\"" + (formula ? "'" + text : text).replace("\"", "\"\"") + "\"";
    }

    /** A time to the millisecond in UTC; blank for null. */
    public static String utc(@Nullable Instant at) {
        return at == null ? "" : at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The same in the zone of this installation, with its offset; blank for null. */
    public String local(@Nullable Instant at) {
        return at == null ? "" : local.format(at);
    }

    /** Sends text as a file of that name, piece by piece as the browser takes it. */
    public static Mono<Void> send(String file, Flux<String> text, ServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(file).build());
        return response.writeWith(
                text.map(piece -> response.bufferFactory().wrap(piece.getBytes(StandardCharsets.UTF_8))));
    }
}
