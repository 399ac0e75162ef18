package io.nordwand.farm;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.ForecastFixtures.TURNOVER;
import static io.nordwand.farm.ForecastFixtures.build;
import static io.nordwand.farm.ForecastFixtures.forecast;
import static io.nordwand.farm.ForecastFixtures.job;
import static io.nordwand.farm.ForecastFixtures.printer;
import static io.nordwand.farm.ForecastFixtures.printing;
import static io.nordwand.farm.ForecastFixtures.queue;
import static io.nordwand.farm.ForecastFixtures.ready;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaterialForecastTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Material onyx(@Nullable Double level) {
        return new Material("Onyx", level);
    }

    private static Shortfall required(@Nullable Shortfall shortfall) {
        return Objects.requireNonNull(shortfall);
    }

    private static @Nullable Shortfall shortfall(Printer printer, @Nullable Build... builds) {
        return forecast(printer, queue(builds)).primary().shortfall();
    }

    @Test
    void theRunningJobTakesWhatItHasNotTakenYetThenTheQueueInOrder() {
        Printer works = printing(onyx(100.0), job(build("Onyx", 80.0, HOUR), 75.0, HOUR));

        SpoolForecast spool = forecast(works, queue(build("Onyx", 30.0, HOUR), build("Onyx", 20.0, HOUR)))
                .primary();

        assertThat(spool.runningCubicCentimetres()).isEqualTo(20.0);
        assertThat(spool.takings()).extracting(Taking::leftCubicCentimetres).containsExactly(80.0, 50.0, 30.0);
        assertThat(spool.takings()).extracting(Taking::number).containsExactly(0, 1, 2);
        assertThat(spool.finding()).isEqualTo(MaterialFinding.ENOUGH);
        assertThat(spool.leftCubicCentimetres()).isEqualTo(30.0);
    }

    @Test
    void theJobInWhichASpoolRunsOutIsNamedWithTheTimeAndWhatToBring() {
        Shortfall out = required(shortfall(
                ready(onyx(50.0), null),
                build("Onyx", 40.0, HOUR),
                build("Onyx", 40.0, HOUR.multipliedBy(4)),
                build("Onyx", 100.0, HOUR)));

        assertThat(out.number()).isEqualTo(2);
        assertThat(out.entry()).isEqualTo(new EntryId("e2"));
        assertThat(out.at())
                .isEqualTo(NOW.plus(HOUR.multipliedBy(2)).plus(TURNOVER).minusSeconds(128));
        assertThat(out.changeBy()).isEqualTo(NOW.plus(HOUR).plus(TURNOVER));
        assertThat(out.material()).isEqualTo("Onyx");
        assertThat(out.missingCubicCentimetres()).isEqualTo(30.0);
        assertThat(out.bringCubicCentimetres()).isEqualTo(130.0);
        assertThat(out.latest() || out.atLeast()).isFalse();
    }

    @Test
    void aSpoolCanRunOutInTheJobInWork() {
        Shortfall out =
                required(shortfall(printing(onyx(5.0), job(build("Onyx", 40.0, HOUR), 50.0, HOUR.multipliedBy(4)))));

        assertThat(out.running()).isTrue();
        assertThat(out.at()).isEqualTo(NOW.plus(HOUR).minusSeconds(128));
        assertThat(out.missingCubicCentimetres()).isEqualTo(15.0);
    }

    @Test
    void aMomentThatCantBeToldIsNotGuessed() {
        assertThat(shortfall(ready(onyx(5.0), null), build("Onyx", 40.0, null)))
                .extracting(Shortfall::at)
                .isNull();
        assertThat(shortfall(
                        printer("Print Finished", StateGroup.FINISHED, onyx(5.0), null, null),
                        build("Onyx", 40.0, HOUR)))
                .extracting(Shortfall::at)
                .isNull();
    }

    @Test
    void whatIsNotKnownIsNeitherEnoughNorShort() {
        for (Printer printer : List.of(
                ready(null, null),
                ready(onyx(null), null),
                printing(onyx(0.0), job(build("Onyx", 9.0, HOUR), 5.0, HOUR)))) {
            SpoolForecast spool =
                    forecast(printer, queue(build("Onyx", 1.0, HOUR))).primary();
            assertThat(spool.leftCubicCentimetres()).isNull();
            assertThat(spool.finding()).isEqualTo(MaterialFinding.UNKNOWN);
        }
        for (ActiveJob job : List.of(
                job(build("Onyx", 9.0, HOUR), null, HOUR),
                job(null, 50.0, HOUR),
                job(build("Onyx", null, HOUR), 50.0, HOUR))) {
            SpoolForecast spool = forecast(printing(onyx(90.0), job), queue(build("Onyx", 1.0, HOUR)))
                    .primary();
            assertThat(spool.runningCubicCentimetres()).isNull();
            assertThat(spool.leftCubicCentimetres()).isNull();
        }
    }

    @Test
    void anUnknownNeedMakesAllLaterBalancesUnknownButShortForCertainStaysShort() {
        for (Build unknown : new @Nullable Build[] {
            null,
            build("Onyx", null, HOUR),
            build(null, 5.0, HOUR),
            build("Onyx", Double.NaN, HOUR),
            build("Onyx", -1.0, HOUR)
        }) {
            SpoolForecast spool = forecast(
                            ready(onyx(10.0), null), queue(unknown, build("Onyx", 5.0, HOUR), build("Onyx", 9.0, HOUR)))
                    .primary();
            assertThat(spool.takings()).extracting(Taking::leftCubicCentimetres).containsOnlyNulls();
            assertThat(spool.takings())
                    .extracting(Taking::finding)
                    .containsExactly(MaterialFinding.UNKNOWN, MaterialFinding.UNKNOWN, MaterialFinding.SHORT);
            assertThat(spool.shortfall()).isNotNull();
            assertThat(required(spool.shortfall()).latest()).isTrue();
            assertThat(required(spool.shortfall()).at()).isNull();
            assertThat(required(spool.shortfall()).atLeast()).isTrue();
            assertThat(spool.finding()).isEqualTo(MaterialFinding.SHORT);
        }
    }

    @Test
    void anotherMaterialIsItsOwnFindingAndIsNotTakenFromTheWrongSpool() {
        SpoolForecast spool = forecast(
                        ready(onyx(10.0), null),
                        queue(
                                build("Onyx", 4.0, HOUR),
                                build("Nylon White", 50.0, HOUR),
                                build("Nylon White", 7.0, HOUR),
                                build("Onyx™", 4.0, HOUR)))
                .primary();

        assertThat(spool.takings()).extracting(Taking::leftCubicCentimetres).containsExactly(6.0, 6.0, 6.0, 2.0);
        assertThat(spool.finding()).isEqualTo(MaterialFinding.OTHER_MATERIAL);
        assertThat(spool.swap())
                .isEqualTo(new Swap(2, new EntryId("e2"), NOW.plus(HOUR).plus(TURNOVER), "Nylon White", 57.0));
        assertThat(forecast(ready(Material.NONE, null), queue(build("Onyx", 1.0, HOUR)))
                        .primary()
                        .finding())
                .isEqualTo(MaterialFinding.OTHER_MATERIAL);
    }

    @Test
    void theSecondSpoolIsCountedByItselfAndOnlyWhereItIsNeeded() {
        Printer both = ready(onyx(100.0), new Material("Carbon Fiber", 10.0));

        SpoolForecast fiber = forecast(
                        both,
                        queue(
                                build("Onyx", 1.0, HOUR),
                                build("Onyx", 1.0, "Carbon Fiber", 8.0, HOUR),
                                build("Onyx", 1.0, null, 0.0, HOUR),
                                build("Onyx", 1.0, "HSHT Fiberglass", 8.0, HOUR)))
                .secondary();

        assertThat(fiber.takings()).extracting(Taking::leftCubicCentimetres).containsExactly(10.0, 2.0, 2.0, 2.0);
        assertThat(fiber.takings())
                .extracting(Taking::finding)
                .containsExactly(
                        MaterialFinding.ENOUGH,
                        MaterialFinding.ENOUGH,
                        MaterialFinding.ENOUGH,
                        MaterialFinding.OTHER_MATERIAL);
    }

    @Test
    void nothingThatIsNeededIsEnoughOfWhateverIsLoaded() {
        MaterialForecast forecast = forecast(ready(onyx(10.0), null), queue(build("Onyx", 1.0, HOUR)));
        assertThat(forecast.secondary().finding()).isEqualTo(MaterialFinding.ENOUGH);
        assertThat(forecast.finding()).isEqualTo(MaterialFinding.ENOUGH);
    }

    @Test
    void supportIsNeededAtAnUnknownLevel() {
        Build build = new Build(
                new BuildId("b"), "", "FX20", 1, "Onyx", null, new Needs(1.0, null, 33.0), HOUR, true, null, null);
        MaterialForecast forecast = forecast(ready(onyx(10.0), null), queue(build, build));
        assertThat(forecast.needsSupport()).isTrue();
        assertThat(forecast.supportCubicCentimetres()).isEqualTo(66.0);
    }

    @Test
    void aLevelOfBeforeContactWasLostIsNotALevel() {
        Printer before = printing(onyx(10.0), job(build("Onyx", 50.0, HOUR), 50.0, HOUR));
        for (String state : new @Nullable String[] {"Offline", "Unknown", null}) {
            PrinterReport report =
                    printer(state, StateGroup.OFF, onyx(10.0), null, null).report();
            Printer lost = new Printer(
                    report, StateGroup.OFF, Set.of(), before.since(), null, true, null, NOW, null, before.report());
            SpoolForecast spool =
                    forecast(lost, queue(build("Onyx", 500.0, HOUR))).primary();
            assertThat(spool.known()).isFalse();
            assertThat(spool.takings()).extracting(Taking::finding).containsOnly(MaterialFinding.UNKNOWN);
        }
    }

    @Test
    void addingDecimalsMakesNoShortfall() {
        Build third = build("Onyx", 0.1, HOUR);
        assertThat(shortfall(ready(onyx(0.3), null), third, third, third)).isNull();
    }

    @Test
    void anUnreadQueueTellsNothingAfterTheJobInWork() {
        Forecast forecast = Forecast.of(printing(onyx(10.0), job(build("Onyx", 50.0, HOUR), 50.0, HOUR)), TURNOVER);
        assertThat(forecast.read()).isFalse();
        assertThat(forecast.schedule().freeAt()).isNull();
        assertThat(forecast.materials().primary().shortfall()).isNotNull();
    }
}
