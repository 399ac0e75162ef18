package io.nordwand.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.queue.QueuePage.Phase;
import io.nordwand.queue.QueuePage.Row;
import io.nordwand.web.Overview;
import io.nordwand.web.WebProperties;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes pages out of lanes; viewers who asked for the same thing share one page. */
@Component
class QueuePages {

    private record Asked(Overview<Lane> farm, QueueQuery query) {}

    private final Cache<Asked, QueuePage> made = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();
    private final ZoneId zone;

    QueuePages(WebProperties web) {
        this.zone = web.zoneOrDefault();
    }

    QueuePage page(Overview<Lane> farm, QueueQuery query) {
        return made.get(new Asked(farm, query), this::make);
    }

    private QueuePage make(Asked asked) {
        Overview<Lane> farm = asked.farm();
        QueueQuery query = asked.query();
        List<Lane> lanes = farm.lines().stream()
                .filter(query::admits)
                .sorted(query.sort().comparator())
                .toList();
        Axis axis = farm.asOf() == null ? null : Axis.of(farm.asOf(), query.hours(), zone);
        List<Item> found = lanes.stream()
                .flatMap(lane -> lane.items().stream())
                .filter(item -> !query.build().isEmpty() && item.buildId().equals(query.build()))
                .toList();
        QueueChoices choices = new QueueChoices(farm, query);
        return new QueuePage(
                query,
                farm.revision(),
                phase(farm, query, lanes),
                farm.trouble(),
                farm.lines().size(),
                QueueSums.of(lanes),
                axis,
                rows(lanes, query, axis),
                Coming.of(lanes),
                found.size(),
                title(found, query),
                choices.chips(title(found, query)),
                choices.facets(),
                choices.choices(),
                choices.views(),
                choices.spans(),
                choices.kept());
    }

    private static List<Row> rows(List<Lane> lanes, QueueQuery query, @Nullable Axis axis) {
        List<Row> rows = new ArrayList<>();
        for (Lane lane : lanes) {
            boolean drawn = query.view() == QueueView.TIMELINE;
            rows.add(new Row(lane, drawn && axis != null ? Bar.of(lane, axis) : List.of()));
        }
        return List.copyOf(rows);
    }

    private static String title(List<Item> found, QueueQuery query) {
        String title = found.isEmpty() ? null : found.get(0).title();
        return title == null ? query.build() : title;
    }

    private static Phase phase(Overview<Lane> farm, QueueQuery query, List<Lane> lanes) {
        if (!farm.read()) {
            return Phase.READING;
        }
        if (farm.lines().isEmpty()) {
            return Phase.NONE;
        }
        return !lanes.isEmpty() ? Phase.LIST : query.filtered() ? Phase.NO_MATCH : Phase.IDLE;
    }
}
