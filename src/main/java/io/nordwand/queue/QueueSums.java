package io.nordwand.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the queues.
 *
 * @param jobs waiting jobs of the printers whose queues are known
 * @param work print time of all of them, as far as it is known
 * @param least whether it is more, since some give no time
 * @param firstAt when the first printer has nothing more to do, or null when that can't be told of any
 * @param first its name, or blank
 * @param lacking printers that lack material
 * @param held printers with work that wait for a person
 * @param unread printers whose queue is not known
 */
public record QueueSums(
        int jobs,
        Duration work,
        boolean least,
        @Nullable Instant firstAt,
        String first,
        int lacking,
        int held,
        int unread) {

    static QueueSums of(List<Lane> lanes) {
        List<Item> items = lanes.stream().flatMap(lane -> lane.items().stream()).toList();
        Lane dry = lanes.stream()
                .filter(lane -> lane.freeAt() != null && lane.busy())
                .min(Comparator.comparing(lane -> Objects.requireNonNull(lane.freeAt())))
                .orElse(null);
        return new QueueSums(
                items.size(),
                items.stream().map(Item::estimate).filter(Objects::nonNull).reduce(Duration.ZERO, Duration::plus),
                items.stream().anyMatch(item -> item.estimate() == null),
                dry == null ? null : dry.freeAt(),
                dry == null ? "" : dry.name(),
                (int) lanes.stream().filter(Lane::lacking).count(),
                (int) lanes.stream().filter(Lane::held).count(),
                (int) lanes.stream().filter(lane -> !lane.read()).count());
    }
}
