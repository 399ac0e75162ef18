package io.nordwand.history;

import static io.nordwand.farm.FarmFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.database.Database;
import io.nordwand.farm.Backoff;
import io.nordwand.farm.record.BuildRecord;
import io.nordwand.farm.record.JobRecord;
import io.nordwand.web.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Sinks;

/** What the copies of Eiger's lists promise, on either database. */
abstract class MirrorContract {

    private static final List<String> STATES = List.of("Completed", "Canceled", "Failed", "Printing", "Backlogged");

    private HistoryProperties properties = comparing(Duration.ofHours(6));
    private final MovableClock clock = new MovableClock(NOW);
    private final Archive eiger = new Archive(5);
    private Database database;
    private Gauge gauge;
    private Following<JobRecord> jobs;
    private String owner = "us";

    abstract Database database();

    private static HistoryProperties comparing(Duration every) {
        return new HistoryProperties(Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofSeconds(1), every);
    }

    @BeforeEach
    void start() {
        database = database();
        restart();
    }

    private void restart() {
        gauge = new Gauge(Mirrors.Copy.JOBS, Duration.ofMinutes(4), clock, Gauge.sink());
        jobs = following(Listed.jobs(eiger), gauge);
    }

    private <T> Following<T> following(Listed<T> listed, Gauge shown) {
        Book<T> book = new Book<>(listed, database, shown, clock, owner);
        Backoff backoff = new Backoff(properties.follow(), Duration.ofMinutes(10), () -> 0);
        return new Following<>(listed, book, properties, backoff, clock, shown);
    }

    private Duration step(Following<?> following) {
        Duration pause = Objects.requireNonNull(following.step(false).block(Duration.ofSeconds(20)));
        clock.set(clock.instant().plus(pause));
        return pause;
    }

    /** Goes on for that long. */
    private void pass(Following<?> following, Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            step(following);
        }
    }

    private Set<JobRecord> kept() {
        return new HashSet<>(Objects.requireNonNull(database.now(jdbc -> jdbc.sql("select * from job")
                .query((row, number) -> JobColumns.read(row))
                .list())));
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            Instant at = NOW.minus(Duration.ofDays(60)).plus(Duration.ofHours(i));
            eiger.put(Records.job(i, STATES.get(i % STATES.size()), at, at.plusSeconds(1800)));
        }
    }

    @Test
    void theFirstReadingTakesEverythingOver() {
        fill(23);
        pass(jobs, Duration.ofMinutes(1));
        assertThat(kept()).isEqualTo(new HashSet<>(eiger.jobs.values()));
        assertThat(gauge.progress().whole()).isTrue();
        assertThat(gauge.progress().records()).isEqualTo(23);
        assertThat(gauge.progress().readAt()).isAfterOrEqualTo(NOW);
    }

    @Test
    void aReadingThatFindsAllAsItWasIsNoWrite() {
        fill(23);
        pass(jobs, Duration.ofMinutes(2));
        List<Mirrors.Copy> writes = new ArrayList<>();
        Disposable listening = gauge.writes().subscribe(writes::add);
        Instant before = gauge.progress().readAt();
        pass(jobs, Duration.ofMinutes(3));
        assertThat(gauge.progress().readAt()).isAfter(before);
        assertThat(writes).isEmpty();
        eiger.put(Records.job(
                99,
                "Completed",
                clock.instant().minusSeconds(90),
                clock.instant().minusSeconds(60)));
        pass(jobs, Duration.ofMinutes(2));
        listening.dispose();
        assertThat(writes).hasSize(1);
    }

    @Test
    void theNewestComeBeforeTheOldest() {
        fill(23);
        JobRecord fresh = Records.job(99, "Printing", NOW.minusSeconds(90), NOW.minusSeconds(60));
        eiger.put(fresh);
        step(jobs);
        assertThat(kept()).containsExactly(fresh);
        assertThat(gauge.progress().whole()).isFalse();
    }

    @Test
    void theFirstReadingGoesOnAfterARestart() {
        fill(40);
        while (eiger.calls.stream()
                        .filter(call -> call.startsWith("jobs CREATED"))
                        .count()
                < 5) {
            step(jobs);
        }
        eiger.calls.clear();
        restart();
        pass(jobs, Duration.ofMinutes(1));
        assertThat(kept()).isEqualTo(new HashSet<>(eiger.jobs.values()));
        assertThat(eiger.calls).contains("jobs CREATED null 5").doesNotContain("jobs CREATED null 4");
    }

    @Test
    void anotherOrganizationBeginsAnew() {
        fill(8);
        pass(jobs, Duration.ofMinutes(1));
        eiger.jobs.clear();
        fill(3);
        owner = "others";
        restart();
        pass(jobs, Duration.ofMinutes(1));
        assertThat(kept()).isEqualTo(new HashSet<>(eiger.jobs.values()));
    }

    @Test
    void aChangeShowsWithTheNextReading() {
        fill(12);
        pass(jobs, Duration.ofMinutes(2));
        JobRecord old = eiger.jobs.values().iterator().next();
        JobRecord changed = Records.changed(old, "Failed", clock.instant());
        eiger.put(changed);
        pass(jobs, Duration.ofSeconds(65));
        assertThat(kept()).contains(changed).doesNotContain(old);
    }

    @Test
    void whatChangedWithinOneSecondIsReadOverSeveralPages() {
        fill(3);
        pass(jobs, Duration.ofMinutes(2));
        Instant at = clock.instant();
        for (int i = 100; i < 123; i++) {
            eiger.put(Records.job(i, "Completed", at, at));
        }
        eiger.put(Records.job(200, "Completed", at, at.plusSeconds(9)));
        pass(jobs, Duration.ofSeconds(90));
        assertThat(kept()).isEqualTo(new HashSet<>(eiger.jobs.values()));
    }

    @Test
    void whereEigerDoesNotSortByTimeOfChangeNothingThatChangedIsMissed() {
        fill(3);
        pass(jobs, Duration.ofMinutes(2));
        eiger.jumbled = true;
        for (int i = 100; i < 133; i++) {
            Instant at = clock.instant().minus(Duration.ofMinutes(5L * (i - 99)));
            eiger.put(Records.job(i, "Completed", at, at));
        }
        pass(jobs, Duration.ofSeconds(100));
        assertThat(kept()).isEqualTo(new HashSet<>(eiger.jobs.values()));
    }

    @Test
    void aWithdrawnRequestVanishesWithTheNextReading() {
        fill(12);
        pass(jobs, Duration.ofMinutes(2));
        eiger.jobs.values().removeIf(job -> job.state().equals("Backlogged"));
        pass(jobs, Duration.ofSeconds(65));
        assertThat(kept()).isEqualTo(new HashSet<>(eiger.jobs.values()));
    }

    @Test
    void whatWasDeletedIsFoundByTheComparison() {
        fill(30);
        pass(jobs, Duration.ofMinutes(2));
        eiger.jobs.remove(Records.job(1, "", null, null).id());
        pass(jobs, Duration.ofMinutes(5));
        assertThat(kept()).hasSize(30);
        pass(jobs, Duration.ofMinutes(15));
        assertThat(kept()).isEqualTo(new HashSet<>(eiger.jobs.values()));
    }

    @Test
    void whatWasNotListedIsForgottenOnlyIfEigerDoesNotKnowIt() {
        fill(6);
        pass(jobs, Duration.ofMinutes(2));
        JobRecord hidden = eiger.jobs.values().iterator().next();
        Archive whole = eiger;
        Set<JobRecord> before = kept();
        Listed<JobRecord> shy = Listed.jobs(new Shy(whole, hidden.id()));
        pass(following(shy, gauge), Duration.ofMinutes(30));
        assertThat(whole.calls).contains("job " + hidden.id());
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void aFailureIsToldAndEverythingGoesOnAfterIt() {
        fill(12);
        step(jobs);
        eiger.failing = 3;
        while (eiger.failing == 3) {
            step(jobs);
        }
        assertThat(step(jobs)).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        assertThat(gauge.progress().trouble()).isEqualTo(Archive.DOWN);
        pass(jobs, Duration.ofMinutes(20));
        assertThat(gauge.progress().trouble()).isNull();
        assertThat(kept()).isEqualTo(new HashSet<>(eiger.jobs.values()));
    }

    @Test
    void anOldCopySaysSo() {
        fill(2);
        pass(jobs, Duration.ofMinutes(2));
        assertThat(gauge.progress().late()).isFalse();
        clock.set(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(gauge.progress().late()).isTrue();
    }

    @Test
    void aListThatNeverEndsIsLeft() {
        fill(7);
        eiger.endless = true;
        pass(jobs, Duration.ofMinutes(5));
        assertThat(gauge.progress().whole()).isTrue();
        assertThat(kept()).isEqualTo(new HashSet<>(eiger.jobs.values()));
    }

    @Test
    void whereEigerDoesNotListenChangesAreFoundByComparisonAndNotClaimedBefore() {
        fill(12);
        eiger.deaf = true;
        pass(jobs, Duration.ofMinutes(2));
        assertThat(gauge.progress().readAt()).isNull();
        assertComparisonFindsAChange();
    }

    @Test
    void whereEigerRefusesToBeAskedByTimeOfChangeItIsTheSame() {
        fill(12);
        eiger.strict = true;
        pass(jobs, Duration.ofMinutes(2));
        assertThat(gauge.progress().whole()).isTrue();
        assertThat(gauge.progress().readAt()).isNull();
        assertComparisonFindsAChange();
    }

    private void assertComparisonFindsAChange() {
        eiger.put(Records.changed(eiger.jobs.values().iterator().next(), "Failed", clock.instant()));
        pass(jobs, Duration.ofMinutes(20));
        assertThat(kept()).isEqualTo(new HashSet<>(eiger.jobs.values()));
        assertThat(gauge.progress().readAt()).isNotNull();
    }

    @Test
    void aQuietHourCostsTwoRequestsAMinute() {
        fill(24);
        pass(jobs, Duration.ofMinutes(30));
        eiger.calls.clear();
        pass(jobs, Duration.ofHours(1));
        assertThat(eiger.calls.size()).isBetween(110, 122);
    }

    @Test
    void buildsAreCopiedAlike() {
        Sinks.Many<Mirrors.Copy> changes = Gauge.sink();
        Gauge shown = new Gauge(Mirrors.Copy.BUILDS, Duration.ofMinutes(4), clock, changes);
        Following<BuildRecord> builds = following(Listed.builds(eiger), shown);
        for (int i = 0; i < 17; i++) {
            eiger.put(Records.build(i, NOW.minus(Duration.ofDays(i))));
        }
        pass(builds, Duration.ofMinutes(2));
        eiger.put(Records.build(50, clock.instant()));
        pass(builds, Duration.ofSeconds(65));
        List<BuildRecord> kept = Objects.requireNonNull(database.now(jdbc -> jdbc.sql("select * from build")
                .query((row, number) -> Objects.requireNonNull(BuildColumns.read(row)))
                .list()));
        assertThat(kept).containsExactlyInAnyOrderElementsOf(eiger.builds.values());
    }

    /** How many courses are drawn. */
    abstract List<Integer> seeds();

    @Test
    void whateverHappensTheCopyEndsEqualToTheTruth() {
        properties = comparing(Duration.ofHours(1));
        for (int seed : seeds()) {
            database = database();
            eiger.jobs.clear();
            Random dice = new Random(seed);
            fill(dice.nextInt(40));
            restart();
            for (int i = 0; i < 120; i++) {
                happen(dice, 1000 * (seed + 1) + i);
                step(jobs);
            }
            eiger.failing = 0;
            pass(jobs, Duration.ofMinutes(70));
            assertThat(kept()).as("seed %d", seed).isEqualTo(new HashSet<>(eiger.jobs.values()));
        }
    }

    private void happen(Random dice, int number) {
        List<JobRecord> all = List.copyOf(eiger.jobs.values());
        JobRecord any = all.isEmpty() ? null : all.get(dice.nextInt(all.size()));
        int what = dice.nextInt(20);
        if (what < 4) {
            Instant made = dice.nextInt(8) == 0 ? null : clock.instant();
            eiger.put(Records.job(number, STATES.get(dice.nextInt(5)), made, dice.nextInt(8) == 0 ? null : made));
        } else if (what < 9 && any != null) {
            eiger.put(Records.changed(any, STATES.get(dice.nextInt(5)), clock.instant()));
        } else if (what < 11 && any != null) {
            eiger.jobs.remove(any.id());
        } else if (what == 11) {
            eiger.failing = dice.nextInt(4);
        } else if (what == 12) {
            restart();
        } else if (what == 13 && any != null) {
            jobs.step(true).block(Duration.ofSeconds(20));
        }
    }
}
