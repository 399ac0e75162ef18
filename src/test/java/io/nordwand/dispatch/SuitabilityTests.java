package io.nordwand.dispatch;

import static io.nordwand.dispatch.Shop.gripper;
import static io.nordwand.dispatch.Shop.ranking;
import static io.nordwand.dispatch.Shop.ready;
import static io.nordwand.farm.FarmFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.dispatch.Reason.Weight;
import io.nordwand.dispatch.Suitability.Fitness;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Caution;
import io.nordwand.farm.Material;
import io.nordwand.farm.MaterialFinding;
import io.nordwand.farm.Needs;
import io.nordwand.farm.StateGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuitabilityTests {

    private static List<String> names(Ranking ranking) {
        return ranking.rows().stream().map(Suitability::name).toList();
    }

    /** The sentences that people read. */
    private static List<String> words(Suitability suitability) {
        return suitability.reasons().stream()
                .map(reason -> Bench.text(reason.message(), reason.arguments()))
                .toList();
    }

    private static Reason reason(Suitability suitability, String key) {
        return suitability.reasons().stream()
                .filter(reason -> reason.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " not in " + suitability.reasons()));
    }

    /** The field notes' example program "available-printers": same series, Ready, materials equal, enough left. */
    @Test
    void recipeAvailablePrinters() {
        Ranking ranking = ranking(
                gripper(),
                ready("other series").series("FX20"),
                ready("other material").first("Nylon White", 800.0),
                ready("short of fiber").second(new Material("Carbon Fiber", 9.0)),
                ready("busy").printing(Duration.ofHours(2)),
                ready("offline").state("Offline", StateGroup.OFF),
                ready("available"));

        assertThat(ranking.rows().stream().filter(Suitability::atOnce).map(Suitability::name))
                .containsExactly("available");
        assertThat(names(ranking).get(0)).isEqualTo("available");
        assertThat(words(ranking.rows().get(0)))
                .containsExactly(
                        "sliced for this series, X7",
                        "free now",
                        "Onyx: enough, 700 cm³ left after it",
                        "Carbon Fiber: enough, 140 cm³ left after it");
        assertThat(ranking.unfit()).extracting(Suitability::name).containsExactly("offline", "other series");
    }

    @Test
    void whatCanStartNowComesFirstThenWhatIsDoneFirst() {
        assertThat(names(ranking(
                        gripper(),
                        ready("in 9 h").printing(Duration.ofHours(9)),
                        ready("in 2 h").printing(Duration.ofHours(2)),
                        ready("now, but short").first("Onyx", 5.0),
                        ready("now"))))
                .containsExactly("now", "now, but short", "in 2 h", "in 9 h");
    }

    @Test
    void tiesGoByNameAndThenById() {
        assertThat(names(ranking(gripper(), ready("x7-02"), ready("X7-03"), ready("X7-01"))))
                .containsExactly("X7-01", "x7-02", "X7-03");
    }

    @Test
    void saysWhenABusyPrinterIsFreeWithTurnoverAndQueue() {
        Suitability busy = ready("busy").printing(Duration.ofHours(2)).judged(gripper());
        assertThat(reason(busy, "free-at").at()).isEqualTo(NOW.plus(Duration.ofMinutes(135)));
        assertThat(busy.doneAt()).isEqualTo(NOW.plus(Duration.ofMinutes(135)).plus(Duration.ofHours(5)));
        assertThat(busy.fitness()).isEqualTo(Fitness.FITS);

        Suitability queued = ready("queued")
                .printing(Duration.ofHours(2))
                .queue(List.of(gripper()))
                .judged(gripper());
        assertThat(queued.startsAt()).isEqualTo(NOW.plus(Duration.ofMinutes(135 + 300 + 15)));
    }

    @Test
    void countsMaterialAfterTheQueue() {
        Suitability short0 = ready("q")
                .first("Onyx", 250.0)
                .queue(Collections.nCopies(2, gripper()))
                .judged(gripper());

        assertThat(short0.material()).isEqualTo(MaterialFinding.SHORT);
        assertThat(short0.fitness()).isEqualTo(Fitness.WARNED);
        assertThat(words(short0)).contains("Onyx: 50 cm³ short after its queue, new spool first");
        assertThat(short0.reasons().get(0).weight()).isEqualTo(Weight.WARNING);
    }

    @Test
    void aReadyPrinterWithWaitingJobsDoesNotStartThisOneNow() {
        Suitability row = ready("q").queue(List.of(gripper())).judged(gripper());
        assertThat(row.atOnce()).isFalse();
        assertThat(row.ready()).as("print now goes past the queue").isTrue();
        assertThat(words(row)).contains("free at");
    }

    @Test
    void aNeedThatNobodyKnowsNeverCountsAsEnough() {
        Build unknown = Shop.build("Odd", "X7", null, 10.0, Duration.ofHours(1));
        assertThat(ready("a").judged(unknown).atOnce()).isFalse();
        assertThat(words(ready("a").judged(unknown))).contains("needs Onyx, not known how much");
        assertThat(words(ready("a").first("Onyx", null).judged(gripper()))).contains("needs Onyx, level not known");
        assertThat(words(ready("a").unknownFirst().judged(gripper()))).contains("needs Onyx, not known what is loaded");
        assertThat(words(ready("a").queue(List.of(unknown)).judged(gripper())))
                .contains("needs Onyx, not known what its queue leaves");
    }

    @Test
    void namesTheMaterialThatIsLoadedAndTheOneThatIsNeeded() {
        assertThat(words(
                        ready("a").second(new Material("HSHT Fiberglass", 90.0)).judged(gripper())))
                .contains("HSHT Fiberglass is loaded, needs Carbon Fiber");
        assertThat(words(ready("a").second(Material.NONE).judged(gripper())))
                .contains("nothing is loaded, needs Carbon Fiber");
        assertThat(words(ready("a").second(new Material("carbon fiber™", 90.0)).judged(gripper())))
                .contains("Carbon Fiber: enough, 80 cm³ left after it");
    }

    @ParameterizedTest
    @CsvSource({
        "Fiber Jam,      HANDS,    needs hands first: Fiber Jam,             true",
        "Print Finished, FINISHED, bed to be cleared first: Print Finished,  true",
        "Offline,        OFF,      not available: Offline,                   false",
        "Disabled,       OFF,      not available: Disabled,                  false",
        "Dreaming,       UNKNOWN,  'reports Dreaming, which may mean anything', false",
        ",               UNKNOWN,  Eiger does not say what it does,          false",
    })
    void saysWhatTheStateMeans(String state, StateGroup group, String sentence, boolean suits) {
        Suitability row = ready("a").state(state, group).judged(gripper());
        assertThat(words(row)).contains(sentence);
        assertThat(row.atOnce()).isFalse();
        assertThat(row.doneAt()).isNull();
        assertThat(row.fitness()).isEqualTo(suits ? Fitness.WARNED : Fitness.UNFIT);
        assertThat(row.sendable()).as("Eiger takes it all the same").isTrue();
    }

    @Test
    void aPrinterOfAnotherSeriesIsUnfitAndNothingElseIsSaidOfIt() {
        Suitability row = ready("a").series("FX20").judged(gripper());
        assertThat(row.fitness()).isEqualTo(Fitness.UNFIT);
        assertThat(row.sendable()).isFalse();
        assertThat(words(row)).containsExactly("sliced for X7, this is FX20");
    }

    @Test
    void aSeriesThatNobodyNamesIsAWarning() {
        assertThat(words(ready("a").series("").judged(gripper()))).contains("Eiger does not say if the series fits");
        assertThat(ready("a").series("").judged(gripper()).fitness()).isEqualTo(Fitness.WARNED);
    }

    @Test
    void anUnslicedBuildCanGoNowhereAndIsToldOnce() {
        Build raw = with(gripper(), false, null);
        Ranking ranking = ranking(raw, ready("a"));
        assertThat(ranking.unsliced()).isTrue();
        assertThat(ranking.rows()).noneMatch(Suitability::sendable);
        assertThat(Spread.of(ranking, 3, 50, Shop.FORECASTS).left()).isEqualTo(3);
    }

    @Test
    void aBuildThatIsNotApprovedIsWarnedOfButCanBeSent() {
        Ranking ranking = ranking(with(gripper(), true, false), ready("a"));
        assertThat(ranking.unapproved()).isTrue();
        assertThat(ranking.rows()).allMatch(Suitability::sendable);
    }

    @Test
    void maintenanceAndSupportAreSaid() {
        assertThat(words(ready("a").cautioned(Caution.MAINTENANCE_DUE).judged(gripper())))
                .contains("maintenance due: Nozzle");
        Build supported = new Build(
                new BuildId("s"),
                "S",
                "X7",
                1,
                "Onyx",
                null,
                new Needs(10.0, null, 33.5),
                Duration.ofHours(1),
                true,
                null,
                null);
        Suitability row = ready("a").judged(supported);
        assertThat(words(row)).contains("needs 33.5 cm³ of support material, level not known");
        assertThat(row.atOnce()).as("support has no level anywhere").isTrue();
    }

    @Test
    void oldDataIsNeverShownAsNew() {
        Instant old = NOW.minus(Duration.ofMinutes(11));
        Suitability row = ready("a").readAt(old).judged(gripper());
        assertThat(row.atOnce()).isFalse();
        assertThat(row.doneAt()).isNull();
        assertThat(reason(row, "old").at()).isEqualTo(old);
        assertThat(row.fitness()).isEqualTo(Fitness.WARNED);
    }

    @Test
    void aQueueThatWasNeverReadTellsNothing() {
        Suitability row = ready("a").queue(null).judged(gripper());
        assertThat(row.atOnce()).isFalse();
        assertThat(row.material()).isEqualTo(MaterialFinding.UNKNOWN);
        assertThat(words(row)).contains("queue not read yet");
    }

    @Test
    void everyReasonHasItsSentenceAndTheAuditItsWord() {
        Stream.of(
                        ready("a"),
                        ready("a").first(null, null).state("Low on Material", StateGroup.HANDS),
                        ready("a").series("FX20"),
                        ready("a").state(null, StateGroup.UNKNOWN),
                        ready("a").queue(null).cautioned(Caution.CONTRADICTION))
                .map(shop -> shop.judged(gripper()))
                .forEach(row -> {
                    assertThat(words(row))
                            .isNotEmpty()
                            .allSatisfy(word -> assertThat(word).isNotBlank().doesNotContain("{", "}", "send.reason"));
                    assertThat(row.seen()).startsWith(row.fitness().key()).hasSizeLessThanOrEqualTo(Suitability.SEEN);
                });
    }

    private static Build with(Build build, Boolean sliced, @Nullable Boolean approved) {
        return new Build(
                build.id(),
                build.title(),
                build.series(),
                build.partCount(),
                build.primaryMaterial(),
                build.secondaryMaterial(),
                build.needs(),
                build.estimate(),
                sliced,
                approved,
                null);
    }
}
