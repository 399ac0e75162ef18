package io.nordwand.job;

import io.nordwand.dispatch.Order;
import io.nordwand.dispatch.Stage;
import io.nordwand.farm.record.PartReport;
import io.nordwand.web.ElementId;
import io.nordwand.web.Paths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inspection reports of a job at one moment.
 *
 * @param job the job
 * @param rows a report for each printed part
 * @param readAt when Eiger was asked, or null when it could not be
 * @param order the latest order of reports, or null
 * @param trouble why Eiger could not be asked, or null
 */
public record ReportPage(
        JobView job,
        List<Row> rows,
        @Nullable Instant readAt,
        @Nullable Order order,
        @Nullable String trouble) {

    /** How a report stands. */
    public enum State {
        /** It can be fetched. */
        THERE("ok", "circle-check"),
        /** It was ordered here, and Eiger makes it. */
        ORDERED("run", "loader-circle"),
        /** The order is on its way. */
        SENDING("run", "loader-circle"),
        /** It can't be told whether the order arrived. */
        UNCLEAR("warn", "circle-help"),
        /** The order was refused or not sent. */
        REFUSED("fail", "octagon-x"),
        /** There is none, as far as Eiger tells. */
        NONE("mute", "circle-slash");

        private final String look;
        private final String icon;

        State(String look, String icon) {
            this.look = look;
            this.icon = icon;
        }

        /** Key of its message. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Look of a result. */
        public String look() {
            return look;
        }

        /** Name of its icon. */
        public String icon() {
            return icon;
        }
    }

    /** A printed part's report: its number in the list, its state, and what was said of its order. */
    public record Row(int number, String part, State state, String sentence, String href) {

        /** Id of its element. */
        public String elementId() {
            return ElementId.of("report", part);
        }
    }

    static ReportPage of(JobView job, Reports.Reading reading, @Nullable Order order) {
        List<Row> rows = new ArrayList<>();
        for (PartReport report : reading.parts()) {
            Order.Item item = Reports.item(order, report.part());
            rows.add(new Row(
                    rows.size() + 1,
                    report.part(),
                    state(report, item),
                    item == null || report.there() ? "" : item.sentence(),
                    path(job) + "/" + Paths.segment(report.part())));
        }
        return new ReportPage(job, List.copyOf(rows), reading.at(), order, null);
    }

    static ReportPage failed(JobView job, String sentence) {
        return new ReportPage(job, List.of(), null, null, sentence);
    }

    private static State state(PartReport report, Order.@Nullable Item item) {
        if (report.there()) {
            return State.THERE;
        }
        return Optional.ofNullable(item)
                .map(one -> switch (one.state().stage()) {
                    case RUNNING, CHECKING -> State.SENDING;
                    case DONE, PARTLY -> State.ORDERED;
                    case UNKNOWN -> State.UNCLEAR;
                    default -> State.REFUSED;
                })
                .orElse(State.NONE);
    }

    private static String path(JobView job) {
        return "/jobs/" + Paths.segment(job.id()) + "/reports";
    }

    /** Its own address. */
    public String href() {
        return path(job);
    }

    /** How many reports can be fetched. */
    public long there() {
        return rows.stream().filter(row -> row.state() == State.THERE).count();
    }

    /** How many could be ordered. */
    public long missing() {
        return rows.stream().filter(row -> orderable(row.state())).count();
    }

    /** Whether it makes sense to order a report in that state: never one whose order may have arrived. */
    static boolean orderable(State state) {
        return state == State.NONE || state == State.REFUSED;
    }

    /** Whether orders are on their way. */
    public boolean running() {
        return order != null && (order.stage() == Stage.RUNNING || order.stage() == Stage.CHECKING);
    }
}
