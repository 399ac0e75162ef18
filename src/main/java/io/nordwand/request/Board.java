package io.nordwand.request;

import io.nordwand.dispatch.Finish;
import io.nordwand.dispatch.Finishes;
import io.nordwand.farm.ActiveJob;
import io.nordwand.farm.Build;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.JobId;
import io.nordwand.farm.Printer;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.web.SearchText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything on Eiger's backlog with what we know of it, and whether each would be done in time.
 *
 * @param revision changes whenever a line does
 * @param lines all of it, in the order in which they take their places: by due day, those without one last, then by age
 * @param more whether there is more than is read
 * @param farmRead whether the farm was ever read; without it nothing can be told of any finish
 */
record Board(long revision, List<Line> lines, boolean more, boolean farmRead) {
    Board {
        lines = List.copyOf(lines);
    }

    /** What lies in the database: the jobs, and what we know of them by the key of the job. */
    record Stock(List<JobRecord> jobs, Map<String, Wish> wishes, boolean more) {
        @Nullable
        Wish wish(JobRecord job) {
            return wishes.get(Wishes.key(job.id().value()));
        }

        /** When that is late: at the end of its day in the installation's zone. */
        @Nullable
        Instant by(JobRecord job, ZoneId zone) {
            Wish wish = wish(job);
            return wish == null ? null : end(wish.dueOn(), zone);
        }
    }

    /** A due day counts to its very end. */
    static @Nullable Instant end(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    static Board of(
            long revision, Stock stock, Farm farm, Forecasts forecasts, ZoneId zone, Locale locale, Instant now) {
        List<JobRecord> jobs = new ArrayList<>(stock.jobs());
        jobs.sort(Comparator.<JobRecord, Instant>comparing(
                        job -> stock.by(job, zone), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(JobRecord::createdAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(job -> job.id().value()));
        List<JobRecord> known = jobs.stream().filter(job -> job.build() != null).toList();
        List<Finish> finishes = Finishes.inOrder(
                farm,
                known.stream()
                        .map(job -> new Finishes.Wanted(Objects.requireNonNull(build(job)), stock.by(job, zone)))
                        .toList(),
                forecasts,
                now);
        Map<JobId, Finish> found = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            found.put(known.get(i).id(), finishes.get(i));
        }
        Map<String, Integer> queued = counted(farm.printers().values().stream().flatMap(Board::waiting));
        Map<String, Integer> working = counted(farm.printers().values().stream().flatMap(Board::inWork));
        DateTimeFormatter days = DateTimeFormatter.ofPattern("EEE d MMM", locale);
        LocalDate today = now.atZone(zone).toLocalDate();
        List<Line> lines = jobs.stream()
                .map(job -> line(job, stock, found.get(job.id()), queued, working, days, today, zone))
                .toList();
        return new Board(revision, lines, stock.more(), farm.freshness().lastGood() != null);
    }

    private static Line line(
            JobRecord job,
            Stock stock,
            @Nullable Finish finish,
            Map<String, Integer> queued,
            Map<String, Integer> working,
            DateTimeFormatter days,
            LocalDate today,
            ZoneId zone) {
        Build build = build(job);
        Wish wish = stock.wish(job);
        LocalDate due = wish == null ? null : wish.dueOn();
        String key = build == null ? "" : Wishes.key(build.id().value());
        String title = build != null ? build.displayTitle() : first8(job.id().value());
        PersonRecord person = job.requester() != null ? job.requester() : job.initiator();
        String name = person == null || person.name() == null ? "" : person.name();
        Risk risk = build == null || finish == null
                ? Risk.ofNothing(due != null)
                : Risk.of(build, finish, stock.by(job, zone));
        return new Line(
                job.id(),
                build,
                title,
                job.state(),
                name,
                person == null ? null : person.email(),
                wish,
                due == null ? "" : days.format(due),
                due == null ? null : (Long) ChronoUnit.DAYS.between(today, due),
                job.createdAt(),
                queued.getOrDefault(key, 0),
                working.getOrDefault(key, 0),
                risk,
                SearchText.of(Stream.of(title, name, wish == null ? "" : wish.person(), wish == null ? "" : wish.note())
                        .filter(text -> !text.isBlank())
                        .toList()));
    }

    private static @Nullable Build build(JobRecord job) {
        return job.build() == null ? null : job.build().build();
    }

    private static String first8(String id) {
        return id.substring(0, Math.min(8, id.length()));
    }

    private static Stream<String> waiting(Printer printer) {
        return printer.queue() == null
                ? Stream.empty()
                : printer.queue().entries().stream().flatMap(entry -> key(entry.build()));
    }

    private static Stream<String> inWork(Printer printer) {
        ActiveJob job = printer.report().activeJob();
        return job == null ? Stream.empty() : key(job.build());
    }

    private static Stream<String> key(@Nullable Build build) {
        return build == null ? Stream.empty() : Stream.of(Wishes.key(build.id().value()));
    }

    private static Map<String, Integer> counted(Stream<String> keys) {
        Map<String, Integer> counts = new HashMap<>();
        keys.forEach(key -> counts.merge(key, 1, Integer::sum));
        return counts;
    }

    /** Whether both show the same. */
    boolean looksLike(Board other) {
        return more == other.more && farmRead == other.farmRead && lines.equals(other.lines);
    }

    /** How many would be too late. */
    long late() {
        return lines.stream()
                .filter(line -> line.risk().kind() == Risk.Kind.LATE)
                .count();
    }
}
