package io.nordwand.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a screen is divided; that it fits in a browser is WallIT's. */
class PlansTests {

    private static final Canvas WIDE = Canvas.of(new Viewport(1920, 1080, true));
    private static final Canvas TALL = Canvas.of(new Viewport(1080, 1920, true));

    private static final double NAME = 3.6;
    private static final Texts TEXTS = ScreenTexts.in(Locale.UK);

    private static Plan plan(Canvas canvas, double metres, int printers) {
        return plan(canvas, canvas.leastType(metres, 55), printers, "");
    }

    private static Plan plan(Canvas canvas, int least, int printers, String message) {
        return Plans.of(canvas, least, Heads.of(canvas, least, TEXTS), printers, NAME, message, false);
    }

    @ParameterizedTest
    @CsvSource({"3, 31", "5, 51", "8, 82"})
    void sixteenMinutesOfArcOn55InchesAre(double metres, int units) {
        assertThat(WIDE.leastType(metres, 55)).isEqualTo(units);
        assertThat(TALL.leastType(metres, 55)).isEqualTo(units);
    }

    @Test
    void aScreenOfTheSameGlassIsTheSameCanvasAtAnyResolution() {
        assertThat(Canvas.of(new Viewport(1280, 720, true))).isEqualTo(WIDE);
        assertThat(Canvas.of(new Viewport(3840, 2160, true))).isEqualTo(WIDE);
        assertThat(Canvas.of(new Viewport(2160, 3840, true))).isEqualTo(TALL);
        assertThat(Canvas.of(new Viewport(1024, 768, true))).isEqualTo(new Canvas(1440, 1080));
    }

    @Test
    void aLargerGlassNeedsSmallerType() {
        assertThat(WIDE.leastType(5, 85)).isLessThan(WIDE.leastType(5, 55));
        assertThat(WIDE.leastType(5, 32)).isGreaterThan(WIDE.leastType(5, 55));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 5, 8})
    void everyPrinterHasAPlaceAndTypeIsNeverBelowTheFloor(double metres) {
        for (Canvas canvas : List.of(WIDE, TALL)) {
            for (int printers = 1; printers <= 200; printers++) {
                Plan plan = plan(canvas, metres, printers);
                assertThat(plan.perPage() * plan.pages()).isGreaterThanOrEqualTo(printers);
                assertThat(plan.perPage() * (plan.pages() - 1)).isLessThan(printers);
                assertThat(Math.min(plan.type(), plan.side()))
                        .as("%d printers at %s m", printers, metres)
                        .isGreaterThanOrEqualTo(plan.least());
            }
        }
    }

    @Test
    void pagesComeOnlyWhereTheSmallestTypeLeavesNoOtherWay() {
        assertThat(plan(WIDE, 5, 12).pages()).isEqualTo(1);
        assertThat(plan(WIDE, 1.5, 200).pages()).isEqualTo(1);
        Plan many = plan(WIDE, 5, 200);
        assertThat(many.pages()).isGreaterThan(1);
        assertThat(many.tile()).isEqualTo(TileKind.TINY);
        assertThat(many.type()).isEqualTo(51);
    }

    @Test
    void fewPrintersSayMoreAndLarger() {
        assertThat(plan(WIDE, 3, 1).tile()).isEqualTo(TileKind.LARGE);
        assertThat(plan(WIDE, 3, 1).type()).isGreaterThan(plan(WIDE, 3, 20).type());
        List<Integer> types =
                IntStream.of(1, 20, 60).mapToObj(n -> plan(WIDE, 1.5, n).type()).toList();
        assertThat(types).isSortedAccordingTo((a, b) -> b - a);
        assertThat(plan(WIDE, 1.5, 200).tile())
                .isGreaterThan(plan(WIDE, 1.5, 60).tile());
    }

    /** People learn where a printer is; a plan that knew of states would move it. */
    @Test
    void aFarmOfTheSameSizeIsDividedTheSame() {
        assertThat(plan(WIDE, 5, 60)).isEqualTo(plan(WIDE, 5, 60));
    }

    @Test
    void thePlaceForWhoNeedsHandsIsThereAtAnySize() {
        for (int printers : List.of(1, 12, 60, 200)) {
            for (Canvas canvas : List.of(WIDE, TALL)) {
                Plan plan = plan(canvas, 5, printers);
                assertThat(plan.strip().most()).isPositive();
                assertThat(plan.area()).isGreaterThan(canvas.height() / 4);
            }
        }
    }

    @Test
    void aMessageTakesItsRoomFromTheTilesAndNotFromTheStrip() {
        Plan without = plan(WIDE, 31, 60, "");
        Plan with = plan(WIDE, 31, 60, "Fire drill at 15:00");
        assertThat(with.area()).isLessThan(without.area());
        assertThat(with.strip()).satisfies(strip -> assertThat(strip.most()).isPositive());
    }

    @Test
    void whereNothingCanBeReadTheTypeGivesWayAndOnePrinterIsStillShown() {
        Canvas small = Canvas.of(new Viewport(1280, 720, true));
        Plan plan = plan(small, small.leastType(20, 22), 3, "");
        assertThat(plan.columns()).isPositive();
        assertThat(plan.tileWidth()).isGreaterThanOrEqualTo(TileKind.TINY.width(0));
        assertThat(plan.perPage() * plan.pages()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theStylesheetKnowsEveryStepThatThePlanMayChoose() throws IOException {
        String css = Files.readString(Path.of("frontend/src/styles/pages/kiosk-steps.css"));
        assertThat(Arrays.stream(TypeSize.steps()).boxed())
                .allSatisfy(step -> assertThat(css)
                        .contains(".k[data-type=\"" + step + "\"]", ".k[data-side=\"" + step + "\"]")
                        .contains(".k[data-head=\"" + step + "\"]"));
        for (double metres : new double[] {0.5, 1, 5}) {
            for (Canvas canvas : List.of(WIDE, TALL, Canvas.of(new Viewport(4000, 1000, true)))) {
                for (int printers : List.of(1, 200, 1000)) {
                    Plan plan = plan(canvas, metres, printers);
                    assertThat(css).contains("[data-columns=\"" + plan.columns() + "\"]");
                    assertThat(css).contains("[data-rows=\"" + plan.rows() + "\"]");
                }
            }
        }
    }

    @Test
    void sizesThatNoScreenHasAreNotTaken() {
        assertThat(Viewport.from("1280x720")).contains(new Viewport(1280, 720, true));
        assertThat(List.of("1280", "1280x", "0x0", "99999x99999", "100x100", "1280x720;", "-1x9", " 1280x720"))
                .allSatisfy(text -> assertThat(Viewport.from(text)).isEmpty());
        assertThat(Viewports.of("640x480", "1280x720", true)).isEqualTo(new Viewport(640, 480, true));
        assertThat(Viewports.of(null, "1280x720", true).told()).isTrue();
        assertThat(Viewports.of("no", null, false)).isEqualTo(Viewport.USUAL);
        assertThat(Viewports.of("no", null, true)).isEqualTo(new Viewport(1080, 1920, false));
    }
}
