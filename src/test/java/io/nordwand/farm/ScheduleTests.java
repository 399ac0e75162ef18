package io.nordwand.farm;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.ForecastFixtures.TURNOVER;
import static io.nordwand.farm.ForecastFixtures.build;
import static io.nordwand.farm.ForecastFixtures.job;
import static io.nordwand.farm.ForecastFixtures.printer;
import static io.nordwand.farm.ForecastFixtures.printing;
import static io.nordwand.farm.ForecastFixtures.queue;
import static io.nordwand.farm.ForecastFixtures.ready;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Schedule of(Printer printer, List<QueueEntry> entries) {
        return Schedule.of(printer, entries, NOW, TURNOVER);
    }

    @Test
    void eachJobFollowsTheOneBeforeAfterATurnover() {
        Printer works = printing(null, job(null, 50.0, HOUR));

        Schedule schedule = of(works, queue(build("Onyx", 1.0, HOUR), build("Onyx", 1.0, HOUR.multipliedBy(2))));

        assertThat(schedule.slots())
                .extracting(Slot::endsAt)
                .containsExactly(
                        NOW.plus(HOUR),
                        NOW.plus(HOUR.multipliedBy(2)).plus(TURNOVER),
                        NOW.plus(HOUR.multipliedBy(4)).plus(TURNOVER.multipliedBy(2)));
        assertThat(schedule.waiting())
                .extracting(Slot::startsAt)
                .containsExactly(
                        NOW.plus(HOUR).plus(TURNOVER),
                        NOW.plus(HOUR.multipliedBy(2)).plus(TURNOVER.multipliedBy(2)));
        assertThat(schedule.freeAt()).isEqualTo(NOW.plus(HOUR.multipliedBy(4)).plus(TURNOVER.multipliedBy(2)));
        assertThat(schedule.work()).isEqualTo(HOUR.multipliedBy(4).plus(TURNOVER.multipliedBy(2)));
    }

    @Test
    void aReadyPrinterIsFreeNowAndItsFirstJobCanStartNow() {
        assertThat(of(ready(null, null), List.of()).freeAt()).isEqualTo(NOW);
        Schedule schedule = of(ready(null, null), queue(build("Onyx", 1.0, HOUR)));
        assertThat(schedule.slots()).extracting(Slot::startsAt).containsExactly(NOW);
        assertThat(schedule.freeAt()).isEqualTo(NOW.plus(HOUR));
    }

    @Test
    void aPrinterThatWaitsForAPersonHasNoStartThatCanBeTold() {
        for (StateGroup group : List.of(StateGroup.HANDS, StateGroup.FINISHED, StateGroup.OFF, StateGroup.UNKNOWN)) {
            Schedule schedule = of(
                    printer("?", group, null, null, null), queue(build("Onyx", 1.0, HOUR), build("Onyx", 1.0, HOUR)));
            assertThat(schedule.slots()).extracting(Slot::startsAt).containsOnlyNulls();
            assertThat(schedule.freeAt()).isNull();
            assertThat(schedule.work()).isEqualTo(HOUR.multipliedBy(2).plus(TURNOVER));
        }
        Schedule paused = of(
                printer("Print Paused", StateGroup.HANDS, null, null, job(null, 5.0, HOUR)),
                queue(build("Onyx", 1.0, HOUR)));
        assertThat(paused.freeAt()).isNull();
        assertThat(paused.work()).isEqualTo(HOUR.multipliedBy(2).plus(TURNOVER));
    }

    @Test
    void nothingAfterAJobWithoutAnEstimateCanBeTold() {
        Schedule schedule = of(ready(null, null), queue(build("Onyx", 1.0, null), build("Onyx", 1.0, HOUR)));
        assertThat(schedule.slots().get(0).startsAt()).isEqualTo(NOW);
        assertThat(schedule.slots().get(1).startsAt()).isNull();
        assertThat(schedule.freeAt()).isNull();
        assertThat(schedule.work()).isNull();
        assertThat(of(ready(null, null), queue(build("Onyx", 1.0, Duration.ofDays(4000))))
                        .freeAt())
                .isNull();
        assertThat(of(printing(null, job(null, 5.0, null)), queue(build("Onyx", 1.0, HOUR)))
                        .freeAt())
                .isNull();
    }

    @Test
    void aJobThatIsLongOverdueEndsNobodyKnowsWhen() {
        Printer works = printing(null, job(null, 99.0, Duration.ZERO));
        Schedule late = Schedule.of(works, List.of(), NOW.plusSeconds(120), TURNOVER);
        assertThat(late.freeAt()).isEqualTo(NOW.plusSeconds(120));
        Printer overdue = new Printer(
                works.report(),
                works.group(),
                Set.of(Caution.OVERDUE),
                works.since(),
                works.finishAt(),
                false,
                null,
                NOW);
        assertThat(of(overdue, List.of()).freeAt()).isNull();
    }

    @Test
    void whatWasKnownBeforeContactWasLostIsNotUsedAsIfNew() {
        Printer before = printing(new Material("Onyx", 100.0), job(build("Onyx", 50.0, HOUR), 50.0, HOUR));
        Printer lost = new Printer(
                printer("Offline", StateGroup.HANDS, null, null, null).report(),
                StateGroup.HANDS,
                Set.of(),
                before.since(),
                null,
                true,
                null,
                NOW,
                null,
                before.report());

        Schedule schedule = of(lost, queue(build("Onyx", 1.0, HOUR)));

        assertThat(schedule.running()).isNotNull();
        assertThat(schedule.slots()).extracting(Slot::endsAt).containsOnlyNulls();
        assertThat(schedule.work()).isNull();
    }
}
