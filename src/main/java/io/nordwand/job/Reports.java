package io.nordwand.job;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.dispatch.Errand;
import io.nordwand.dispatch.Order;
import io.nordwand.dispatch.Orders;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.PartReport;
import io.nordwand.farm.record.ReportSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is known of the inspection reports of jobs: read when somebody looks, once for all who look at the time. */
@Component
class Reports {

    /** Operation that orders a report, as a key of the audit log. */
    static final String ORDER = "report.order";

    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int KEPT = 1000;

    /** What a job's list of reports said at that time. */
    record Reading(List<PartReport> parts, Instant at) {}

    private final ReportSource source;
    private final Orders orders;
    private final Clock clock;
    private final Cache<JobId, Reading> readings =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Cache<JobId, String> latest =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Reports(ReportSource source, Orders orders, Clock clock) {
        this.source = source;
        this.orders = orders;
        this.clock = clock;
    }

    /** The list as read within some seconds; a FarmException when it can't be read. */
    Mono<Reading> current(JobId job) {
        return Mono.defer(() -> {
            Reading known = readings.getIfPresent(job);
            boolean fresh = known != null && known.at().plus(FRESH).isAfter(clock.instant());
            return fresh ? Mono.just(known) : fresh(job);
        });
    }

    /** The list read now. */
    Mono<Reading> fresh(JobId job) {
        return source.reports(job)
                .map(parts -> new Reading(parts, clock.instant()))
                .doOnNext(reading -> readings.put(job, reading));
    }

    /** The list as it grows, read more and more slowly, until every report is there; a failed reading is left out. */
    Flux<Reading> growth(JobId job) {
        return Flux.range(0, 1000)
                .concatMap(turn -> Mono.delay(pause(turn)).then(current(job).onErrorResume(failed -> Mono.empty())), 0)
                .takeUntil(reading -> reading.parts().stream().allMatch(PartReport::there));
    }

    private static Duration pause(long turn) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(turn, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Each step of orders of this job's reports. */
    Flux<Order> steps(JobId job) {
        return orders.changes().filter(order -> order.alone().equals(alone(job)));
    }

    /** The latest order of this job's reports, as long as it is remembered. */
    Optional<Order> latest(JobId job) {
        return Optional.ofNullable(latest.getIfPresent(job)).flatMap(orders::find);
    }

    /** Remembers an order as the latest. */
    void ordered(JobId job, Order order) {
        latest.put(job, order.id());
    }

    /** How the latest order of a part's report stands, or null without one. */
    static Order.@Nullable Item item(@Nullable Order order, String part) {
        return order == null
                ? null
                : order.items().stream()
                        .filter(item -> part(item).equals(part))
                        .findFirst()
                        .orElse(null);
    }

    /** What only one order at a time may touch. */
    static String alone(JobId job) {
        return "reports-" + job.value();
    }

    Errand order(JobId job, String part, String subject) {
        return Errand.of(ORDER, subject, () -> source.order(part).then()).remembering(part + "_" + job.value());
    }

    private static String part(Order.Item item) {
        int end = item.memo().indexOf('_');
        return end < 0 ? item.memo() : item.memo().substring(0, end);
    }

    /** Job of an item, or empty when its memo is none of ours. */
    static Optional<JobId> job(Order.Item item) {
        int end = item.memo().indexOf('_');
        return end < 0 || end == item.memo().length() - 1
                ? Optional.empty()
                : Optional.of(new JobId(item.memo().substring(end + 1)));
    }

    /** Whether a part's report is there now; false says nothing about whether it was ordered. */
    Mono<Boolean> there(Order.Item item) {
        return Mono.justOrEmpty(job(item))
                .flatMap(this::fresh)
                .map(reading -> reading.parts().stream()
                        .anyMatch(report -> report.part().equals(part(item)) && report.there()));
    }
}
