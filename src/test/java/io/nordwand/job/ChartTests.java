package io.nordwand.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-02-12");

    private static Map<LocalDate, Map<String, Long>> days(String... days) {
        Map<LocalDate, Map<String, Long>> all = new TreeMap<>();
        for (String day : days) {
            String[] parts = day.split(" ", 3);
            all.computeIfAbsent(LocalDate.parse(parts[0]), first -> new TreeMap<>())
                    .put(parts[1], Long.valueOf(parts[2]));
        }
        return all;
    }

    private static Chart chart(@Nullable LocalDate from, @Nullable LocalDate to, String... days) {
        return Objects.requireNonNull(Chart.of(days(days), from, to, TODAY));
    }

    @Test
    void eachDayOfTheSpanHasItsBarAndAnEmptyOneNoBlocks() {
        Chart chart = chart(
                TODAY.minusDays(6), null, "2026-02-07 completed 3", "2026-02-07 failed 1", "2026-02-12 printing 2");
        assertThat(chart.unit()).isEqualTo(Chart.Unit.DAY);
        assertThat(chart.most()).isEqualTo(4);
        assertThat(chart.bars()).extracting(Chart.Bar::total).containsExactly(0L, 4L, 0L, 0L, 0L, 0L, 2L);
        assertThat(chart.bars().get(0).blocks()).isEmpty();
        assertThat(chart.bars().get(6).number(Chart.Part.OTHER)).isEqualTo(2);
    }

    @Test
    void blocksLieOnEachOtherAndTheHighestBarIsAsHighAsTheDrawing() {
        List<Chart.Block> blocks = chart(TODAY, TODAY, "2026-02-12 completed 3", "2026-02-12 failed 1")
                .bars()
                .get(0)
                .blocks();
        assertThat(blocks).extracting(Chart.Block::part).containsExactly(Chart.Part.COMPLETED, Chart.Part.FAILED);
        assertThat(blocks).extracting(Chart.Block::y).containsExactly("30.00", "0.00");
        assertThat(blocks).extracting(Chart.Block::height).containsExactly("90.00", "30.00");
    }

    @ParameterizedTest
    @CsvSource({"2025-11-13, DAY, 92", "2025-11-12, WEEK, 14", "2024-01-08, WEEK, 110", "2023-11-01, MONTH, 28"})
    void longSpansAreDrawnByWeekOrMonth(LocalDate from, Chart.Unit unit, int bars) {
        Chart chart = chart(from, null, "2026-02-12 completed 1");
        assertThat(chart.unit()).isEqualTo(unit);
        assertThat(chart.bars()).hasSize(bars);
    }

    @Test
    void weeksBeginOnMonday() {
        Chart chart = chart(LocalDate.parse("2025-10-01"), null, "2026-02-08 completed 1", "2026-02-09 failed 5");
        assertThat(chart.from()).isEqualTo(LocalDate.parse("2025-09-29"));
        assertThat(chart.to()).isEqualTo(LocalDate.parse("2026-02-09"));
        assertThat(chart.bars()).extracting(Chart.Bar::total).endsWith(0L, 1L, 5L);
    }

    @Test
    void withoutJobsThereIsNoChart() {
        assertThat(Chart.of(days(), null, null, TODAY)).isNull();
    }

    @Test
    void jobsWithoutAnyTimeDoNotStretchItBackToTheBeginningOfTime() {
        Chart chart = chart(null, null, "1970-01-01 unknown 3", "2026-02-10 completed 1");
        assertThat(chart.from()).isEqualTo(LocalDate.parse("2026-02-10"));
    }
}
