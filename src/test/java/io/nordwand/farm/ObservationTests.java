package io.nordwand.farm;

import static io.nordwand.farm.FarmFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationTests {

    private final Observation observation = new Observation(Duration.ofSeconds(45));

    private static ActiveJob job(@Nullable Double percent, @Nullable Integer layer, @Nullable Long minutes) {
        return job("job-1", "Printing", percent, layer, minutes);
    }

    private static ActiveJob job(
            String id, String state, @Nullable Double percent, @Nullable Integer layer, @Nullable Long minutes) {
        Duration remaining = minutes == null ? null : Duration.ofMinutes(minutes);
        return new ActiveJob(new JobId(id), null, state, null, layer, 100, percent, remaining, null);
    }

    private static PrinterReport report(@Nullable String state, @Nullable ActiveJob job) {
        return new PrinterReport(new PrinterId("p"), "P", "X7", "X7", state, null, null, 0, null, job, List.of());
    }

    private static Instant at(long minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    private Printer first(@Nullable String state, @Nullable ActiveJob job) {
        return observation.of(null, report(state, job), NOW);
    }

    private Printer then(Printer before, @Nullable String state, @Nullable ActiveJob job, Instant now) {
        return observation.of(before, report(state, job), now);
    }

    /** The printer after having been read every 15 s with the same report until {@code end}. */
    private Printer until(Printer printer, Instant end) {
        Printer seen = printer;
        for (Instant now = printer.readAt(); !now.isAfter(end); now = now.plusSeconds(15)) {
            seen = observation.of(seen, seen.report(), now);
        }
        return seen;
    }

    @Nested
    class Since {

        @Test
        void aStateThatWasThereAlreadyIsAtLeastThatOld() {
            assertThat(first("Fiber Jam", null).since()).isEqualTo(new io.nordwand.farm.Since(NOW, false));
        }

        @Test
        void aStateThatCameBetweenTwoPollsIsExact() {
            Printer printer = then(first("Printing", job(10.0, 1, 60L)), "Fiber Jam", null, NOW.plusSeconds(15));
            assertThat(printer.since()).isEqualTo(new io.nordwand.farm.Since(NOW.plusSeconds(15), true));
        }

        @Test
        void aStateThatCameDuringAnOutageIsAtLeastThatOld() {
            Printer printer = then(first("Printing", job(10.0, 1, 60L)), "Fiber Jam", null, at(30));
            assertThat(printer.since()).isEqualTo(new io.nordwand.farm.Since(at(30), false));
        }

        @Test
        void itStaysWhileTheWordStaysHoweverItIsWritten() {
            Printer jammed = first("Fiber Jam", null);
            assertThat(then(jammed, " fiber jam ", null, at(5)).since()).isEqualTo(jammed.since());
        }

        @Test
        void twoWordsThatNobodyKnowsAreTwoStates() {
            Printer odd = first("Warming Up", null);
            assertThat(then(odd, "WARMING UP", null, NOW.plusSeconds(15)).since())
                    .isEqualTo(odd.since());
            assertThat(then(odd, "Dancing", null, NOW.plusSeconds(15)).since().at())
                    .isEqualTo(NOW.plusSeconds(15));
        }
    }

    @Nested
    class FinishAt {

        @Test
        void itStaysPutWhileTheSameEstimateIsRepeated() {
            Printer printer = first("Printing", job(10.0, 1, 60L));
            assertThat(printer.finishAt()).isEqualTo(at(60));
            assertThat(until(printer, at(12)).finishAt()).isEqualTo(at(60));
        }

        @Test
        void aNewEstimateOrProgressMovesIt() {
            Printer printer = first("Printing", job(10.0, 1, 60L));
            assertThat(then(printer, "Printing", job(10.0, 1, 50L), at(5)).finishAt())
                    .isEqualTo(at(55));
            assertThat(then(printer, "Printing", job(11.0, 1, 60L), at(5)).finishAt())
                    .isEqualTo(at(65));
        }

        @Test
        void anotherJobWithTheSameFiguresHasItsOwn() {
            Printer printer = first("Printing", job(10.0, 1, 60L));
            Printer next = then(printer, "Printing", job("job-2", "Printing", 10.0, 1, 60L), at(5));
            assertThat(next.finishAt()).isEqualTo(at(65));
        }

        @Test
        void itIsNotKnownWithoutAnEstimateOrWithANonsensicalOne() {
            assertThat(first("Printing", job(10.0, 1, null)).finishAt()).isNull();
            assertThat(first("Ready", null).finishAt()).isNull();
            assertThat(first("Printing", job(10.0, 1, -5L)).finishAt()).isNull();
            assertThat(first("Printing", job(10.0, 1, 60L * 24 * 365 * 400_000_000L))
                            .finishAt())
                    .isNull();
        }
    }

    @Nested
    class LostContact {

        @Test
        void offlineWithAJobWhenLastSeenNeedsHandsAndTellsWhatItPrinted() {
            Printer lost = then(first("Printing", job(61.0, 40, 60L)), "Offline", null, at(1));
            assertThat(lost.group()).isEqualTo(StateGroup.HANDS);
            assertThat(lost.lostWhilePrinting()).isTrue();
            assertThat(lost.report().activeJob()).isNull();
            assertThat(lost.lastJob()).isEqualTo(job(61.0, 40, 60L));
            assertThat(lost.finishAt()).isNull();
            assertThat(lost.nextStepKey()).isEqualTo("step.offline.lost");
        }

        @Test
        void itStaysLostUntilItComesBack() {
            Printer lost = then(first("Printing", job(61.0, 40, 60L)), "Offline", null, at(1));
            Printer later = until(lost, at(200));
            assertThat(later.group()).isEqualTo(StateGroup.HANDS);
            assertThat(later.since()).isEqualTo(lost.since());
            assertThat(later.lastJob()).isEqualTo(job(61.0, 40, 60L));
            Printer back = then(later, "Ready", null, at(201));
            assertThat(back.lostWhilePrinting()).isFalse();
            assertThat(back.lastContact()).isNull();
            assertThat(then(back, "Offline", null, at(202)).group()).isEqualTo(StateGroup.OFF);
        }

        @Test
        void itStaysLostThroughAnAnswerWithoutAState() {
            Printer printing = first("Printing", job(61.0, 40, 60L));
            Printer mute = then(printing, null, null, at(1));
            assertThat(mute.group()).isEqualTo(StateGroup.UNKNOWN);
            assertThat(then(mute, "Offline", null, at(2)).group()).isEqualTo(StateGroup.HANDS);

            Printer lost = then(printing, "Offline", null, at(1));
            Printer again = then(then(lost, "Unknown", null, at(2)), "Offline", null, at(3));
            assertThat(again.group()).isEqualTo(StateGroup.HANDS);
            assertThat(again.lastJob()).isNotNull();
        }

        @Test
        void offlineThatStillNamesAJobIsLostEvenAtTheFirstPoll() {
            Printer lost = first("Offline", job(61.0, 40, 60L));
            assertThat(lost.group()).isEqualTo(StateGroup.HANDS);
            assertThat(then(lost, "Offline", null, at(1)).group()).isEqualTo(StateGroup.HANDS);
        }

        @Test
        void offlineWithoutAJobIsOffAndKeepsWhatItLastReported() {
            Printer ready = first("Ready", null);
            Printer off = then(ready, "Offline", null, at(1));
            assertThat(off.group()).isEqualTo(StateGroup.OFF);
            assertThat(off.lostWhilePrinting()).isFalse();
            assertThat(off.lastContact()).isEqualTo(ready.report());
            assertThat(off.nextStepKey()).isEqualTo("step.offline");
        }
    }

    @Nested
    class LowOnMaterial {

        @Test
        void withAJobThatMovesItPrintsOnAndASpoolIsToBeReady() {
            Printer low = then(first("Printing", job(10.0, 1, 60L)), "Low on Material", job(11.0, 2, 59L), at(1));
            assertThat(low.group()).isEqualTo(StateGroup.PRINTING);
            assertThat(low.cautions()).containsExactly(Caution.SPOOL_SOON);
            assertThat(low.nextStepKey()).isEqualTo("step.low-on-material.soon");
        }

        @Test
        void afterAStartItPrintsOnUntilItIsKnownToStand() {
            assertThat(first("Low on Material", job(10.0, 1, 60L)).group()).isEqualTo(StateGroup.PRINTING);
        }

        @Test
        void withoutAJobWithAPausedOneOrWithOneThatTellsNothingItNeedsHands() {
            assertThat(first("Low on Material", null).group()).isEqualTo(StateGroup.HANDS);
            assertThat(first("Low on Material", job("j", "Paused", 10.0, 1, 60L))
                            .group())
                    .isEqualTo(StateGroup.HANDS);
            assertThat(first("Low on Material", job(null, null, null)).group()).isEqualTo(StateGroup.HANDS);
            assertThat(first("Low on Material", null).nextStepKey()).isEqualTo("step.low-on-material");
        }

        @Test
        void itNeedsHandsOnceTheJobStoodForThreeLayerTimes() {
            Printer low = first("Low on Material", job(10.0, 91, 60L));
            assertThat(until(low, at(17)).group()).isEqualTo(StateGroup.PRINTING);
            Printer stands = until(low, at(19));
            assertThat(stands.group()).isEqualTo(StateGroup.HANDS);
            assertThat(stands.cautions()).isEmpty();
            assertThat(stands.since().at()).isAfter(at(17));
            assertThat(then(stands, "Low on Material", job(12.0, 92, 50L), at(20))
                            .group())
                    .isEqualTo(StateGroup.PRINTING);
        }

        @Test
        void withoutLayersItStandsAfterAQuarterOfAnHour() {
            Printer low = first("Low on Material", job(10.0, null, null));
            assertThat(until(low, at(15)).group()).isEqualTo(StateGroup.PRINTING);
            assertThat(until(low, at(16)).group()).isEqualTo(StateGroup.HANDS);
        }
    }

    @Nested
    class CautionsOfTime {

        @ParameterizedTest(name = "{0} should end within {1} min")
        @CsvSource({
            "Pausing, 15",
            "Canceling, 15",
            "Resuming Print, 15",
            "Running Utility, 60",
            "Configuration in Progress, 30",
            "Update in Progress, 60",
            "Updating, 60"
        })
        void aTransitionalStateThatLastsIsMarkedWithoutANewReport(String word, int minutes) {
            Printer printer = first(word, null);
            assertThat(until(printer, at(minutes)).cautions()).isEmpty();
            Printer late = until(printer, at(minutes + 1));
            assertThat(late.cautions()).containsExactly(Caution.LASTS_TOO_LONG);
            assertThat(late.group()).isEqualTo(printer.group());
            assertThat(late.nextStepKey()).isEqualTo(printer.nextStepKey() + ".check");
        }

        @Test
        void printingHalfAnHourAfterNothingWasLeftIsOverdue() {
            Printer printer = first("Printing", job(99.0, 100, 0L));
            assertThat(until(printer, at(30)).cautions()).isEmpty();
            assertThat(until(printer, at(31)).cautions()).containsExactly(Caution.OVERDUE);
        }

        @Test
        void creepingProgressWithNothingLeftIsOverdueAllTheSame() {
            Printer printer = first("Printing", job(99.0, 100, 0L));
            Printer creeping = then(printer, "Printing", job(99.5, 100, 0L), at(20));
            assertThat(then(creeping, "Printing", job(99.6, 100, 0L), at(31)).cautions())
                    .containsExactly(Caution.OVERDUE);
        }

        @Test
        void aFrozenEstimateIsOverdueHalfAnHourAfterItsEnd() {
            Printer printer = first("Printing", job(50.0, 50, 60L));
            assertThat(until(printer, at(89)).cautions()).isEmpty();
            assertThat(until(printer, at(91)).cautions()).containsExactly(Caution.OVERDUE);
        }

        @Test
        void timeGoesOnForAPrinterWhoseReportIsKept() {
            Printer printer = first("Pausing", null);
            Printer later = observation.again(printer, at(16));
            assertThat(later.cautions()).containsExactly(Caution.LASTS_TOO_LONG);
            assertThat(later.readAt()).isEqualTo(NOW);
        }
    }

    @Test
    void contradictionsKeepTheGroupOfTheWord() {
        Printer printing = first("Printing", null);
        assertThat(printing.group()).isEqualTo(StateGroup.PRINTING);
        assertThat(printing.cautions()).containsExactly(Caution.CONTRADICTION);
        assertThat(printing.nextStepKey()).isEqualTo("step.printing.contradiction");
        Printer ready = first("Ready", job(10.0, 1, 60L));
        assertThat(ready.group()).isEqualTo(StateGroup.READY);
        assertThat(ready.cautions()).containsExactly(Caution.CONTRADICTION);
        assertThat(ready.nextStepKey()).isEqualTo("step.ready.contradiction");
    }

    @Test
    void aDueUpdateIsOffWithACaution() {
        Printer printer = first("Update Required On Device", null);
        assertThat(printer.group()).isEqualTo(StateGroup.OFF);
        assertThat(printer.cautions()).containsExactly(Caution.UPDATE_DUE);
    }

    @Test
    void aWearPartThatIsDueNowIsACautionAndOneThatIsDueSoonIsNot() {
        assertThat(worn("Due Now").cautions()).containsExactly(Caution.MAINTENANCE_DUE);
        assertThat(worn("dueNow").cautions()).containsExactly(Caution.MAINTENANCE_DUE);
        assertThat(worn("Due Soon").cautions()).isEmpty();
        assertThat(worn("").cautions()).isEmpty();
    }

    private Printer worn(String status) {
        List<Consumable> parts = List.of(new Consumable("Plastic Nozzle", status, 0.0));
        return observation.of(
                null,
                new PrinterReport(new PrinterId("p"), "P", "X7", "X7", "Ready", null, null, 0, null, null, parts),
                NOW);
    }

    @Test
    void theQueueStaysAsItWasReadLast() {
        Printer printer = first("Ready", null).withQueue(new PrintQueue(List.of(), NOW));
        assertThat(then(printer, "Printing", null, at(1)).queue()).isEqualTo(printer.queue());
    }

    @Test
    void aPrinterThatIsReadAgainUnchangedTellsTheSame() {
        Printer printer = first("Printing", job(10.0, 1, 60L)).withQueue(new PrintQueue(List.of(), NOW));
        Printer again = then(printer, "Printing", job(10.0, 1, 60L), at(1)).withQueue(new PrintQueue(List.of(), at(1)));
        assertThat(again).isNotEqualTo(printer);
        assertThat(again.tellsTheSameAs(printer)).isTrue();
        assertThat(then(again, "Printing", job(11.0, 1, 60L), at(2)).tellsTheSameAs(again))
                .isFalse();
    }
}
