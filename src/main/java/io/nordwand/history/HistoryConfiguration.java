package io.nordwand.history;

import io.nordwand.database.Database;
import io.nordwand.farm.Backoff;
import io.nordwand.farm.EigerAccess;
import io.nordwand.farm.record.ApprovalSource;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.farm.record.RecordSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Wires the copies; their parts are plain classes that tests make on virtual time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HistoryProperties.class, ApprovalProperties.class})
class HistoryConfiguration {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    @Bean
    StoredMirrors mirrors(
            RecordSource source, Database database, HistoryProperties properties, EigerAccess access, Clock clock) {
        Sinks.Many<Mirrors.Copy> changes = Gauge.sink();
        Duration late = properties.follow().multipliedBy(3).plusMinutes(1);
        Gauge jobGauge = new Gauge(Mirrors.Copy.JOBS, late, clock, changes);
        Gauge buildGauge = new Gauge(Mirrors.Copy.BUILDS, late, clock, changes);
        String owner = owner(access);
        Listed<JobRecord> jobList = Listed.jobs(source);
        Listed<BuildRecord> buildList = Listed.builds(source);
        var jobs = new Book<>(jobList, database, jobGauge, clock, owner);
        var builds = new Book<>(buildList, database, buildGauge, clock, owner);
        Backoff backoff = new Backoff(
                properties.follow(),
                LONGEST_PAUSE,
                () -> ThreadLocalRandom.current().nextDouble());
        return new StoredMirrors(
                jobs,
                builds,
                Map.of(Mirrors.Copy.JOBS, jobGauge, Mirrors.Copy.BUILDS, buildGauge),
                Map.of(
                        Mirrors.Copy.JOBS,
                        new Loop(
                                new Following<>(jobList, jobs, properties, backoff, clock, jobGauge),
                                Schedulers.parallel()),
                        Mirrors.Copy.BUILDS,
                        new Loop(
                                new Following<>(buildList, builds, properties, backoff, clock, buildGauge),
                                Schedulers.parallel())),
                changes);
    }

    @Bean
    StoredApprovals approvals(
            ApprovalSource source, Database database, ApprovalProperties properties, EigerAccess access, Clock clock) {
        Backoff backoff = new Backoff(
                Duration.ofMinutes(1),
                properties.interval(),
                () -> ThreadLocalRandom.current().nextDouble());
        return new StoredApprovals(source, database, properties.interval(), backoff, owner(access), clock);
    }

    @Bean
    ApprovableBuilds approvableBuilds(Database database) {
        return new StoredApprovableBuilds(database);
    }

    /** Names the organization by its key without giving the key away. A simulated one is another at each start. */
    private static String owner(EigerAccess access) {
        String whole = access.simulated() ? UUID.randomUUID().toString() : access.baseUrl() + " " + access.accessKey();
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
