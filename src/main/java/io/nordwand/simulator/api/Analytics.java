package io.nordwand.simulator.api;

import io.nordwand.simulator.world.Job;
import io.nordwand.simulator.world.Printer;
import io.nordwand.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of figures; its columns are invented, as nobody documents them (field note 59). */
final class Analytics {

    private static final Map<String, Integer> DAYS =
            Map.of("day", 1, "week", 7, "month", 30, "quarter", 91, "year", 365, "all_time", 36500);

    private Analytics() {}

    /** CSV with a byte order mark, CRLF and quotes. */
    static String table(World world, String span) {
        Instant from = world.now().minus(Duration.ofDays(DAYS.getOrDefault(span, 30)));
        Map<Object, List<Job>> jobs = world.jobs()
                .filter(job -> job.device() != null
                        && job.endedAt() != null
                        && job.endedAt().isAfter(from))
                .collect(Collectors.groupingBy(Job::device));
        StringBuilder csv = new StringBuilder(
                "\uFEFF\"Device Name\",\"Device Type\",\"Print Jobs\",\"Completed\",\"Canceled\",\"Failed\",\"Print Hours\"\r\n");
        for (Printer printer : world.printers()) {
            List<Job> of = jobs.getOrDefault(printer.machine().id(), List.of());
            csv.append('"')
                    .append(printer.machine().name().replace("\"", "\"\""))
                    .append("\",\"");
            csv.append(printer.machine().model()).append("\",").append(of.size());
            for (String state : List.of("Completed", "Canceled", "Failed")) {
                csv.append(',')
                        .append(of.stream()
                                .filter(job -> job.state().equals(state))
                                .count());
            }
            csv.append(String.format(Locale.ROOT, ",%.2f%n", hours(of)).replace("\n", "\r\n"));
        }
        return csv.toString();
    }

    private static double hours(List<Job> jobs) {
        double seconds = 0;
        for (Job job : jobs) {
            if (job.startedAt() != null && job.endedAt() != null) {
                seconds += Duration.between(job.startedAt(), job.endedAt()).toSeconds();
            }
        }
        return seconds / 3600;
    }
}
