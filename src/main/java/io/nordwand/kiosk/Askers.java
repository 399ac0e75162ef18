package io.nordwand.kiosk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nordwand.farm.JobId;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.PersonRecord;
import io.nordwand.history.Backlog;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Who asked for the jobs in work. Printers don't say (field note 27), the copy of Eiger's jobs mostly does; it is asked when
 * a screen wants to know, and screens are told when the answer is there. E-mail addresses are no names.
 */
@Component
class Askers {

    private static final Logger log = LoggerFactory.getLogger(Askers.class);
    private static final int MOST = 10_000;
    private static final String NOBODY = "";

    private final Backlog copy;
    private final Cache<JobId, String> names = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofDays(1))
            .build();
    /** Jobs that were asked for lately: what is not in the copy yet is asked for again, but not with each change. */
    private final Cache<JobId, Boolean> asked = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private final AtomicLong count = new AtomicLong();
    private final Sinks.Many<Long> changes = Sinks.many().multicast().directBestEffort();

    Askers(Backlog copy) {
        this.copy = copy;
    }

    /** Changes whenever more is known; the present state at once. */
    Flux<Long> changes() {
        return Flux.defer(() -> changes.asFlux().startWith(count.get()));
    }

    /** Names by job, as far as they are known; the rest is looked up. */
    Map<JobId, String> of(Collection<JobId> jobs) {
        List<JobId> missing = jobs.stream()
                .filter(job -> names.getIfPresent(job) == null)
                .filter(job -> asked.asMap().putIfAbsent(job, true) == null)
                .toList();
        if (!missing.isEmpty()) {
            copy.jobs(missing)
                    .subscribe(this::take, failure -> log.debug("Nobody knows who asked for some jobs.", failure));
        }
        Map<JobId, String> known = new HashMap<>();
        for (JobId job : jobs) {
            String name = names.getIfPresent(job);
            if (name != null && !name.equals(NOBODY)) {
                known.put(job, name);
            }
        }
        return Map.copyOf(known);
    }

    private void take(List<JobRecord> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        jobs.forEach(job -> names.put(job.id(), name(job)));
        long now = count.incrementAndGet();
        synchronized (changes) {
            changes.tryEmitNext(now);
        }
    }

    /** Who asked, or where Eiger does not know, who started it. */
    private static String name(JobRecord job) {
        String asking = name(job.requester());
        return asking.equals(NOBODY) ? name(job.initiator()) : asking;
    }

    private static String name(@Nullable PersonRecord person) {
        return person == null ? NOBODY : People.name(person.name());
    }
}
