package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.farm.JobId;
import io.nordwand.web.WebProperties;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts all jobs once after some were written into the copy, whoever asks. Counting 200,000 takes longer than a page may: those who
 * ask meanwhile get the figures from before.
 */
@Component
class FigureReader {

    /** So many are counted while the page waits. */
    private static final long SMALL = 20_000;

    private final Database database;
    private final Clock clock;
    private final ZoneId zone;
    private final AtomicLong change = new AtomicLong();
    private @Nullable JobFigures last;
    private long counted = -1;
    private @Nullable Mono<JobFigures> running;

    FigureReader(Database database, Mirrors mirrors, Clock clock, WebProperties web) {
        this.database = database;
        this.clock = clock;
        this.zone = web.zoneOrDefault();
        mirrors.writes().filter(copy -> copy == Mirrors.Copy.JOBS).subscribe(copy -> change.incrementAndGet());
    }

    /** Figures of the copy as it is, or in a large copy as it was a moment ago. */
    Mono<JobFigures> current() {
        return Mono.defer(() -> {
            Mono<JobFigures> next = next();
            JobFigures known = known();
            if (next == null) {
                return Mono.justOrEmpty(known);
            }
            if (known == null || size(known) <= SMALL) {
                return next;
            }
            next.subscribe(done -> {}, failed -> {});
            return Mono.just(known);
        });
    }

    private static long size(JobFigures figures) {
        return figures.days().stream().mapToLong(JobFigures.Day::number).sum();
    }

    private synchronized @Nullable JobFigures known() {
        return last;
    }

    /** The counting that is wanted, shared by all who ask meanwhile; null when nothing has changed. */
    private synchronized @Nullable Mono<JobFigures> next() {
        long now = change.get();
        if (last != null && counted == now) {
            return null;
        }
        if (running == null) {
            running = database.call(this::count)
                    .doOnNext(figures -> done(figures, now))
                    .doOnError(failed -> done(null, now))
                    .cache();
        }
        return running;
    }

    private synchronized void done(@Nullable JobFigures figures, long at) {
        running = null;
        if (figures != null) {
            last = figures;
            counted = at;
        }
    }

    /** By indexes alone, which lead by what is counted. */
    private JobFigures count(JdbcClient jdbc) {
        List<JobFigures.Day> days = new ArrayList<>();
        String day = day();
        jdbc.sql("select state_key, " + day + " as day_of, count(*) as jobs from job where state_key <> ?"
                        + " group by state_key, " + day)
                .param(JobFilter.PRINTING)
                .query(row -> {
                    days.add(new JobFigures.Day(
                            day(row.getInt("day_of")), row.getString("state_key"), row.getLong("jobs")));
                });
        List<JobFigures.Saying> printing = jdbc.sql("select id, " + day + " as day_of from job where state_key = ?")
                .param(JobFilter.PRINTING)
                .query((row, number) ->
                        new JobFigures.Saying(new JobId(row.getString("id")), day(row.getInt("day_of"))))
                .list();
        return new JobFigures(
                days, printing, written(jdbc, "state"), written(jdbc, "source"), people(jdbc), clock.instant());
    }

    /** The day in the installation's zone as a number, 20260212; a cast to a date would take H2 to the machine's zone. */
    private String day() {
        String local = "(sort_at at time zone '" + named().replace("'", "''") + "')";
        return "cast(extract(year from " + local + ") * 10000 + extract(month from " + local
                + ") * 100 + extract(day from " + local + ") as integer)";
    }

    /** A name that both databases take alike: they differ over the sign of bare offsets. */
    private String named() {
        if (!(zone.normalized() instanceof ZoneOffset offset)) {
            return zone.getId();
        }
        int hours = offset.getTotalSeconds() / 3600;
        return hours == 0 ? "UTC" : "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours);
    }

    private static LocalDate day(int number) {
        return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    }

    /** Each word as it was written once. */
    private static Map<String, String> written(JdbcClient jdbc, String column) {
        Map<String, String> words = new TreeMap<>();
        String key = column + "_key";
        List<String> keys = jdbc.sql("select distinct " + key + " from job where " + key + " <> ''")
                .query(String.class)
                .list();
        keys.forEach(word -> words.put(
                word,
                jdbc.sql("select " + column + " from job where " + key + " = ? limit 1")
                        .param(word)
                        .query(String.class)
                        .optional()
                        .orElse(word)));
        return words;
    }

    private static List<String> people(JdbcClient jdbc) {
        return jdbc.sql("""
                        select content from label where id in (
                            select distinct initiator_label from job where initiator_label is not null
                            union select distinct requester_label from job where requester_label is not null)
                        order by folded, content""").query(String.class).list();
    }
}
