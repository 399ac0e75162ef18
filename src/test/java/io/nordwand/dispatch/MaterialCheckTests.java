package io.nordwand.dispatch;

import static io.nordwand.farm.FarmFixtures.build;
import static io.nordwand.farm.FarmFixtures.printer;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.dispatch.MaterialCheck.Verdict;
import io.nordwand.farm.Build;
import io.nordwand.farm.BuildId;
import io.nordwand.farm.Material;
import io.nordwand.farm.Needs;
import io.nordwand.farm.PrinterReport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaterialCheckTests {

    private static PrinterReport loaded(@Nullable Material first, @Nullable Material second) {
        PrinterReport report = printer("X7-01").report();
        return new PrinterReport(
                report.id(), report.name(), "X7", "X7", "Ready", first, second, 0, null, null, List.of());
    }

    private static Build needs(@Nullable String first, @Nullable Double amount, @Nullable String second) {
        return new Build(
                new BuildId("b"),
                "Gear",
                "X7",
                1,
                first,
                second,
                new Needs(amount, null, null),
                null,
                true,
                null,
                null);
    }

    @Test
    void bothSpoolsAreComparedWithWhatTheBuildNeeds() {
        List<MaterialCheck> checks = MaterialCheck.of(printer("X7-01").report(), build("Gear"));

        assertThat(checks).extracting(MaterialCheck::verdict).containsExactly(Verdict.ENOUGH, Verdict.ENOUGH);
        assertThat(checks.get(0).leftCubicCentimetres()).isEqualTo(291.5);
        assertThat(MaterialCheck.worst(checks)).isEqualTo(Verdict.ENOUGH);
    }

    @Test
    void tooLittleIsShort() {
        List<MaterialCheck> checks =
                MaterialCheck.of(loaded(new Material("Onyx", 100.0), null), needs("Onyx", 120.0, null));

        assertThat(checks).extracting(MaterialCheck::verdict).containsExactly(Verdict.SHORT);
        assertThat(checks.get(0).leftCubicCentimetres()).isEqualTo(-20.0);
    }

    @Test
    void anotherMaterialOrNoneIsOther() {
        assertThat(MaterialCheck.of(loaded(new Material("Nylon White", 400.0), null), needs("Onyx", 1.0, null)))
                .extracting(MaterialCheck::verdict)
                .containsExactly(Verdict.OTHER);
        assertThat(MaterialCheck.of(loaded(Material.NONE, null), needs("Onyx", 1.0, null)))
                .extracting(MaterialCheck::verdict)
                .containsExactly(Verdict.OTHER);
    }

    @Test
    void signsAndSpellingMakeNoOtherMaterial() {
        assertThat(MaterialCheck.of(
                        loaded(new Material("ULTEM 9085  filament", 400.0), null),
                        needs("ULTEM™ 9085 Filament", 1.0, null)))
                .extracting(MaterialCheck::verdict)
                .containsExactly(Verdict.ENOUGH);
    }

    @Test
    void whatIsNotKnownIsNeitherEnoughNorShort() {
        for (PrinterReport report : List.of(loaded(null, null), loaded(new Material("Onyx", null), null))) {
            assertThat(MaterialCheck.of(report, needs("Onyx", 1.0, null)))
                    .extracting(MaterialCheck::verdict)
                    .containsExactly(Verdict.UNKNOWN);
        }
        assertThat(MaterialCheck.of(loaded(new Material("Onyx", 5.0), null), needs("Onyx", null, null)))
                .extracting(MaterialCheck::verdict)
                .containsExactly(Verdict.UNKNOWN);
        assertThat(MaterialCheck.worst(List.of())).isEqualTo(Verdict.UNKNOWN);
    }
}
