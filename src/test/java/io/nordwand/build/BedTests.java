package io.nordwand.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.build.Bed.Extent;
import io.nordwand.build.Bed.Mark;
import io.nordwand.farm.record.BuildDetail.Pose;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BedTests {

    private static Bed bed(Pose... poses) {
        return Bed.of(List.of(poses), pose -> "a".equals(pose.id()) ? 1 : null, Locale.UK);
    }

    private static Pose at(@Nullable Double x, @Nullable Double y, @Nullable Double theta) {
        return new Pose("a", x, y, theta);
    }

    @Test
    void isDrawnToTheExtentOfThePlacesWithYUpwards() {
        Bed bed = bed(at(100.0, 0.0, 0.0), at(300.0, 0.0, 90.0), at(100.0, 50.0, -450.0));
        assertThat(bed.width()).isEqualTo("480.0");
        assertThat(bed.height()).isEqualTo("180.0");
        assertThat(bed.marks())
                .containsExactly(
                        new Mark(1, "40.0", "140.0", "0.0"),
                        new Mark(1, "440.0", "140.0", "-90.0"),
                        new Mark(1, "40.0", "40.0", "90.0"));
        assertThat(bed.extent()).isEqualTo(new Extent("100", "300", "0", "50"));
    }

    @Test
    void isDrawnAsLargeForAnyUnit() {
        Bed millimetres = bed(at(0.0, 0.0, null), at(200.0, 100.0, null));
        Bed metres = bed(at(0.0, 0.0, null), at(0.2, 0.1, null));
        assertThat(metres.marks()).isEqualTo(millimetres.marks());
        assertThat(bed(at(-1e12, 0.0, null), at(1e12, 1e12, null)).marks()).isEqualTo(millimetres.marks());
    }

    @Test
    void neighboursDoNotTouch() {
        Bed bed = Bed.of(
                IntStream.range(0, 11).mapToObj(i -> at(i * 10.0, 0.0, 0.0)).toList(), pose -> 1, Locale.UK);
        assertThat(Double.parseDouble(bed.side())).isLessThan(40).isGreaterThan(10);
    }

    @Test
    void aPlaceWithoutCoordinatesIsNeverDrawnAtZero() {
        Bed bed = bed(at(null, 5.0, 0.0), at(5.0, null, 0.0), at(7.0, 7.0, 0.0));
        assertThat(bed.unplaced()).isEqualTo(2);
        assertThat(bed.marks()).containsExactly(new Mark(1, "40.0", "40.0", "0.0"));
        assertThat(bed.extent()).isEqualTo(new Extent("7", "7", "7", "7"));

        Bed none = bed(at(null, null, null));
        assertThat(none.drawn()).isFalse();
        assertThat(none.extent()).isNull();
        assertThat(none.unplaced()).isEqualTo(1);
    }

    @Test
    void whatCannotBeDrawnIsCounted() {
        Bed far = bed(at(-Double.MAX_VALUE, 0.0, 0.0), at(Double.MAX_VALUE, 0.0, 0.0));
        assertThat(far.drawn()).isFalse();
        assertThat(far.undrawn()).isEqualTo(2);

        Bed many = Bed.of(Stream.generate(() -> at(1.0, 2.0, null)).limit(700).toList(), pose -> null, Locale.UK);
        assertThat(many.marks()).hasSize(500);
        assertThat(many.undrawn()).isEqualTo(200);
    }

    @Test
    void aTurnThatIsNotKnownIsNotZero() {
        assertThat(bed(at(1.0, 1.0, null)).marks().get(0).turn()).isNull();
    }

    @Test
    void aPlaceOfNoKnownPartHasNoNumber() {
        assertThat(bed(new Pose("other", 1.0, 1.0, null)).marks().get(0).part()).isNull();
    }
}
