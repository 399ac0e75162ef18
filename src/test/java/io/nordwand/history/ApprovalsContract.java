package io.nordwand.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.Eventually;
import io.nordwand.database.Database;
import io.nordwand.farm.Backoff;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.FarmException;
import io.nordwand.farm.Trouble;
import io.nordwand.farm.record.Approved;
import io.nordwand.farm.record.BuildRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** The approved set as it is kept, and what each kept build has of it; the same on each database. */
abstract class ApprovalsContract {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-02-12T14:32:08Z");
    private static final int BUILDS = 12;

    private final Shelf<BuildRecord> shelf = new Shelf<>(BuildColumns.TABLE);
    private Supplier<Mono<Approved>> eiger = Mono::never;
    private Database database = database();
    private StoredApprovals approvals = restarted("ours");

    abstract Database database();

    private StoredApprovals restarted(String owner) {
        return new StoredApprovals(
                () -> Mono.defer(() -> eiger.get()),
                database,
                Duration.ofMinutes(10),
                new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(10), () -> 0),
                owner,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void builds() {
        database = database();
        approvals = restarted("ours");
        List<BuildRecord> records = new ArrayList<>();
        for (int i = 0; i < BUILDS; i++) {
            records.add(listed(i, null, i));
        }
        put(records);
    }

    private void put(List<BuildRecord> records) {
        database.call(jdbc -> shelf.put(jdbc, records)).block(LONG);
    }

    /** A build as a list shows it; another number of parts makes its row a new one. */
    private static BuildRecord listed(int number, @Nullable Boolean approved, int parts) {
        BuildRecord plain = Records.build(number, NOW);
        var build = plain.build();
        return new BuildRecord(
                new Build(
                        build.id(),
                        build.title(),
                        build.series(),
                        parts,
                        build.primaryMaterial(),
                        build.secondaryMaterial(),
                        build.needs(),
                        build.estimate(),
                        build.sliced(),
                        approved,
                        build.createdAt()),
                plain.updatedAt(),
                plain.inspected(),
                plain.fiberCubicCentimetres(),
                plain.standardCosts(),
                plain.customCosts());
    }

    private static BuildId id(int number) {
        return Records.build(number, NOW).build().id();
    }

    private void set(Approved set) {
        eiger = () -> Mono.just(set);
        StepVerifier.create(approvals.read()).expectNext(set).expectComplete().verify(LONG);
    }

    private static Approved of(Integer... numbers) {
        return Approved.of(List.of(numbers).stream().map(ApprovalsContract::id).toList());
    }

    /** What each build has: true, false or null, by its number. */
    private Map<Integer, String> kept() {
        Map<BuildId, BuildRecord> all = Objects.requireNonNull(new StoredApprovableBuilds(database)
                .of(IntStream.range(0, BUILDS).mapToObj(ApprovalsContract::id).toList())
                .block(LONG));
        Map<Integer, String> kept = new TreeMap<>();
        for (int i = 0; i < BUILDS; i++) {
            kept.put(
                    i,
                    String.valueOf(
                            Objects.requireNonNull(all.get(id(i))).build().approved()));
        }
        return kept;
    }

    private static Map<Integer, String> expected(Approved set) {
        Map<Integer, String> expected = new TreeMap<>();
        for (int i = 0; i < BUILDS; i++) {
            expected.put(i, set.on() ? String.valueOf(set.builds().contains(id(i))) : "null");
        }
        return expected;
    }

    @Test
    void approvingChangesEveryBuildWhateverItsLastChange() {
        set(of(1, 2));
        assertThat(kept()).isEqualTo(expected(of(1, 2)));
        set(of(2, 3));
        assertThat(kept()).isEqualTo(expected(of(2, 3)));
        set(of());
        assertThat(kept()).isEqualTo(expected(of()));
        set(Approved.OFF);
        assertThat(kept()).isEqualTo(expected(Approved.OFF));
    }

    @Test
    void anIdInOtherLetterCaseIsTheSameBuild() {
        set(Approved.of(List.of(new BuildId(id(1).value().toUpperCase(Locale.ROOT)))));
        assertThat(kept()).isEqualTo(expected(of(1)));
    }

    @Test
    void aBuildThatIsReadAgainKeepsWhatTheSetSays() {
        set(of(1, 2));
        put(List.of(listed(1, false, 99), listed(3, true, 99), listed(4, null, 99)));
        assertThat(kept()).isEqualTo(expected(of(1, 2)));
    }

    @Test
    void aBuildThatIsNewHasWhatTheSetSays() {
        database.call(jdbc -> shelf.remove(jdbc, List.of(BuildColumns.key(id(1)), BuildColumns.key(id(5)))))
                .block(LONG);
        set(of(1, 2));
        put(List.of(listed(1, null, 1), listed(5, null, 5)));
        assertThat(kept()).isEqualTo(expected(of(1, 2)));
        set(Approved.OFF);
        put(List.of(listed(1, true, 7)));
        assertThat(kept()).isEqualTo(expected(Approved.OFF));
    }

    @Test
    void withoutASetABuildHasWhatItsListSaid() {
        put(List.of(listed(1, true, 99), listed(2, false, 99)));
        assertThat(kept()).containsEntry(1, "true").containsEntry(2, "false").containsEntry(3, "null");
    }

    @Test
    void whateverTheOrderOfReadingsTheLastSetCounts() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            Approved last = of();
            set(last);
            for (int step = 0; step < 12; step++) {
                if (random.nextBoolean()) {
                    last = random.nextInt(5) == 0
                            ? Approved.OFF
                            : Approved.of(random.ints(random.nextInt(BUILDS), 0, BUILDS)
                                    .mapToObj(ApprovalsContract::id)
                                    .toList());
                    set(last);
                } else {
                    put(List.of(listed(random.nextInt(BUILDS), random.nextBoolean(), random.nextInt(50))));
                }
            }
            assertThat(kept()).as("seed %d", seed).isEqualTo(expected(last));
        }
    }

    @Test
    void aReadingThatFailsLeavesTheFormerSetAndSaysWhy() {
        set(of(1));
        Trouble trouble = new Trouble.NotAuthorized("Keys refused.", null);
        eiger = () -> Mono.error(new FarmException(trouble));
        StepVerifier.create(approvals.read()).expectError(FarmException.class).verify(LONG);

        assertThat(approvals.current()).isEqualTo(new ApprovalState(of(1), NOW, false, trouble));
        assertThat(kept()).isEqualTo(expected(of(1)));
        set(of(2));
        assertThat(approvals.current().trouble()).isNull();
    }

    @Test
    void aReadingThatBeganEarlierAndEndsLaterTellsNothingNew() {
        Sinks.One<Approved> slow = Sinks.one();
        eiger = slow::asMono;
        var early = approvals.read().toFuture();
        set(of(5));
        slow.tryEmitValue(of(1));
        assertThat(early).succeedsWithin(LONG).isEqualTo(of(1));

        assertThat(approvals.current().set()).isEqualTo(of(5));
        assertThat(kept()).isEqualTo(expected(of(5)));
    }

    @Test
    void readingsThatEndAtOnceAreAllKeptAndTheLastCounts() {
        for (int round = 0; round < 20; round++) {
            Approved last = of(round % BUILDS);
            List<Approved> sets = List.of(of(1, 2), Approved.OFF, of(3), of(), of(4, 5), last);
            List<CompletableFuture<Approved>> all = new ArrayList<>();
            for (Approved set : sets) {
                eiger = () -> Mono.just(set);
                all.add(approvals.read().toFuture());
            }
            all.forEach(each -> assertThat(each).succeedsWithin(LONG));
            assertThat(approvals.current().set()).isEqualTo(last);
            assertThat(kept()).isEqualTo(expected(last));
        }
    }

    @Test
    void theSetOutlivesARestartButNotAnotherOrganization() {
        set(of(1, 2));
        eiger = Mono::never;
        StoredApprovals next = restarted("ours");
        Mono<ApprovalState> known = next.changes().next();
        var seen = known.toFuture();
        next.start();
        assertThat(seen).succeedsWithin(LONG).isEqualTo(new ApprovalState(of(1, 2), NOW, false, null));
        next.stop();

        StoredApprovals others = restarted("others");
        others.start();
        Eventually.so(() -> kept().equals(expected(Approved.OFF)));
        assertThat(others.current()).isEqualTo(ApprovalState.NONE);
        others.stop();
    }

    @Test
    void buildsAreFoundByTitleAndApproval() {
        set(of(1, 2));
        ApprovableBuilds builds = new StoredApprovableBuilds(database);
        assertThat(slice(builds, "", ApprovableBuilds.Show.ALL, 1).count()).isEqualTo(BUILDS);
        assertThat(slice(builds, "", ApprovableBuilds.Show.APPROVED, 1).builds())
                .extracting(record -> record.build().id())
                .containsExactlyInAnyOrder(id(1), id(2));
        assertThat(slice(builds, "", ApprovableBuilds.Show.NOT_APPROVED, 1).count())
                .isEqualTo(BUILDS - 2);
        assertThat(slice(builds, "BRACKET 1", ApprovableBuilds.Show.ALL, 1).count())
                .isEqualTo(3);
        assertThat(slice(builds, "bracket 1", ApprovableBuilds.Show.APPROVED, 1).count())
                .isEqualTo(1);
        assertThat(slice(builds, "100%", ApprovableBuilds.Show.ALL, 1).count()).isZero();
        assertThat(slice(builds, "", ApprovableBuilds.Show.ALL, 3).builds()).hasSize(2);
    }

    private static ApprovableBuilds.Slice slice(
            ApprovableBuilds builds, String text, ApprovableBuilds.Show show, int page) {
        return Objects.requireNonNull(builds.search(text, show, page, 5).block(LONG));
    }
}
