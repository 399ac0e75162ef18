package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.FarmFixtures.build;
import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.dispatch.MaterialCheck.Verdict;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Forecasts;
import io.nordwand.farm.Material;
import io.nordwand.farm.MaterialForecast;
import io.nordwand.farm.Needs;
import io.nordwand.farm.PrintQueue;
import io.nordwand.farm.Printer;
import io.nordwand.farm.PrinterReport;
import io.nordwand.farm.QueueReading;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the dialogs say of a build's material, which is what the one forecast says. */
class MaterialCheckTests {

    private static final Forecasts FORECASTS = new Forecasts(Duration.ofMinutes(15));

    private static MaterialForecast now(@Nullable Material first, @Nullable Material second, Build build) {
        PrinterReport report = printer("X7-01").report();
        PrinterReport loaded = new PrinterReport(
                report.id(), report.name(), "X7", "X7", "Ready", first, second, 0, null, null, List.of());
        return FORECASTS.now(new QueueReading(loaded, new PrintQueue(List.of(), NOW)), build);
    }

    private static Build needs(@Nullable String first, @Nullable Double amount) {
        return new Build(
                new BuildId("b"), "Gear", "X7", 1, first, null, new Needs(amount, null, null), null, true, null, null);
    }

    @Test
    void aPrintThatStartsAtOnceCountsOnlyWhatIsLoaded() {
        Printer waiting = queued(printer("X7-01"), "Gear", "Gear", "Gear");
        QueueReading reading = new QueueReading(waiting.report(), new PrintQueue(List.of(), NOW));

        List<MaterialCheck> checks = MaterialCheck.of(FORECASTS.now(reading, build("Gear")));

        assertThat(checks).extracting(MaterialCheck::verdict).containsExactly(Verdict.ENOUGH, Verdict.ENOUGH);
        assertThat(checks.get(0).leftCubicCentimetres()).isEqualTo(291.5);
    }

    @Test
    void aBuildThatIsAddedGetsWhatTheJobInWorkAndTheQueueLeave() {
        Printer busy = queued(printing("X7-01", "Gripper"), "Gear", "Gear");

        MaterialForecast three = FORECASTS.with(busy, List.of(build("Gear"))).materials();

        assertThat(MaterialCheck.of(three).get(0).leftCubicCentimetres())
                .isCloseTo(412 - 120.5 * 0.39 - 3 * 120.5, org.assertj.core.api.Assertions.within(1e-6));
        assertThat(MaterialCheck.worst(three)).isEqualTo(Verdict.ENOUGH);
        MaterialForecast four = FORECASTS
                .with(queued(busy, "Gear", "Gear", "Gear"), List.of(build("Gear")))
                .materials();
        assertThat(MaterialCheck.worst(four)).isEqualTo(Verdict.SHORT);
    }

    @Test
    void aBuildThatIsAddedToAQueueThatWasNotReadCantBeTold() {
        Printer unread = new Printer(
                printer("X7-01").report(),
                printer("X7-01").group(),
                java.util.Set.of(),
                printer("X7-01").since(),
                null,
                false,
                null,
                NOW);

        assertThat(MaterialCheck.worst(
                        FORECASTS.with(unread, List.of(build("Gear"))).materials()))
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void tooLittleIsShort() {
        List<MaterialCheck> checks = MaterialCheck.of(now(new Material("Onyx", 100.0), null, needs("Onyx", 120.0)));

        assertThat(checks).extracting(MaterialCheck::verdict).containsExactly(Verdict.SHORT);
        assertThat(checks.get(0).leftCubicCentimetres()).isEqualTo(-20.0);
    }

    @Test
    void anotherMaterialOrNoneIsOther() {
        for (Material loaded : List.of(new Material("Nylon White", 400.0), Material.NONE)) {
            assertThat(MaterialCheck.of(now(loaded, null, needs("Onyx", 1.0))))
                    .extracting(MaterialCheck::verdict)
                    .containsExactly(Verdict.OTHER);
        }
    }

    @Test
    void signsAndSpellingMakeNoOtherMaterial() {
        Material loaded = new Material("ULTEM 9085  filament", 400.0);
        assertThat(MaterialCheck.worst(now(loaded, null, needs("ULTEM™ 9085 Filament", 1.0))))
                .isEqualTo(Verdict.ENOUGH);
    }

    @Test
    void whatIsNotKnownIsNeitherEnoughNorShort() {
        assertThat(MaterialCheck.worst(now(null, null, needs("Onyx", 1.0)))).isEqualTo(Verdict.UNKNOWN);
        assertThat(MaterialCheck.worst(now(new Material("Onyx", null), null, needs("Onyx", 1.0))))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(MaterialCheck.worst(now(new Material("Onyx", 5.0), null, needs("Onyx", null))))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(MaterialCheck.worst(now(new Material("Onyx", 5.0), null, needs(null, null))))
                .isEqualTo(Verdict.UNKNOWN);
    }
}
