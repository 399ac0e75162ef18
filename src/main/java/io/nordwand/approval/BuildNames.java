package io.nordwand.approval;

import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Farms;
import io.nordwand.farm.Printer;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.history.ApprovableBuilds;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** BuildNames builds, and tells in whose queues they wait. */
@Component
class BuildNames {

    private static final Logger log = LoggerFactory.getLogger(BuildNames.class);

    private final ApprovableBuilds builds;
    private final Farms farms;

    BuildNames(ApprovableBuilds builds, Farms farms) {
        this.builds = builds;
        this.farms = farms;
    }

    /** The builds by title; where the copy does not know one, or can't be read, by what is known otherwise or its id. */
    Mono<List<Named>> of(Collection<BuildId> ids, Map<BuildId, String> otherwise) {
        Map<BuildId, Set<String>> queues = queues();
        return titles(ids)
                .map(titles -> ids.stream()
                        .map(id -> named(id, titles.getOrDefault(id, otherwise.getOrDefault(id, "")), queues))
                        .sorted(Comparator.comparing(Named::title, String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(named -> named.id().value()))
                        .toList());
    }

    private static Named named(BuildId id, String title, Map<BuildId, Set<String>> queues) {
        return new Named(
                id,
                title.isBlank() ? id.value() : title,
                !title.isBlank(),
                List.copyOf(queues.getOrDefault(id, Set.of())));
    }

    /** Titles of those builds that have one. */
    Mono<Map<BuildId, String>> titles(Collection<BuildId> ids) {
        return builds.of(ids)
                .onErrorResume(problem -> {
                    log.error("The titles of builds can't be read", problem);
                    return Mono.just(Map.of());
                })
                .map(records -> {
                    Map<BuildId, String> titles = new LinkedHashMap<>();
                    for (Map.Entry<BuildId, BuildRecord> each : records.entrySet()) {
                        titles.put(each.getKey(), each.getValue().build().title());
                    }
                    return titles;
                });
    }

    /** Builds that wait in queues as last read, with the names of the printers. */
    Map<BuildId, Set<String>> queues() {
        Map<BuildId, Set<String>> queues = new LinkedHashMap<>();
        for (Printer printer : farms.current().printers().values()) {
            if (printer.queue() != null) {
                printer.queue().entries().stream()
                        .map(entry -> entry.build())
                        .filter(build -> build != null)
                        .map(Build::id)
                        .forEach(build -> queues.computeIfAbsent(build, id -> new TreeSet<>())
                                .add(printer.report().displayName()));
            }
        }
        return queues;
    }

    /** Builds that wait in queues now, and may not be printed any more after that change. */
    Mono<List<Named>> stopped(Difference difference) {
        Map<BuildId, Set<String>> queues = queues();
        Set<BuildId> stopped = new HashSet<>(queues.keySet());
        stopped.removeIf(build -> !difference.stops(build));
        return of(stopped, Map.of());
    }
}
