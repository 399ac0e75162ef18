package io.nordwand.dispatch;

import static io.nordwand.dispatch.Shop.gripper;
import static io.nordwand.dispatch.Shop.ranking;
import static io.nordwand.dispatch.Shop.ready;
import static io.nordwand.farm.FarmFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.Material;
import io.nordwand.farm.PrinterId;
import io.nordwand.farm.StateGroup;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadTests {

    private static PrinterId id(String name) {
        return new PrinterId("id-" + name);
    }

    private static Spread spread(int copies, Shop... shops) {
        return Spread.of(ranking(gripper(), shops), copies, Portions.MOST_AT_ONE, Shop.FORECASTS);
    }

    @Test
    void eachCopyGoesWhereItIsDoneFirst() {
        // One copy takes 5 h; "later" is free in 6 h, so the second copy on "now" (10 h 15 min) is done before its
        // first.
        Spread spread = spread(3, ready("now"), ready("later").printing(Duration.ofHours(6)));

        assertThat(spread.copies()).containsExactly(Map.entry(id("now"), 2), Map.entry(id("later"), 1));
        assertThat(spread.left()).isZero();
        assertThat(spread.placed()).isEqualTo(3);
        assertThat(spread.doneAt()).isEqualTo(NOW.plus(Duration.ofMinutes(6 * 60 + 15 + 5 * 60)));
    }

    @Test
    void equalPrintersShareEqually() {
        assertThat(spread(6, ready("A"), ready("B"), ready("C")).copies().values())
                .containsExactly(2, 2, 2);
    }

    @Test
    void materialLimitsWhatAPrinterGetsAndTheRestIsSaid() {
        Spread spread =
                spread(6, ready("little").first("Onyx", 250.0), ready("none").first("Onyx", 99.0));

        assertThat(spread.copies()).containsExactly(Map.entry(id("little"), 2));
        assertThat(spread.left()).isEqualTo(4);
    }

    @Test
    void printersOfWhichTimeOrMaterialCannotBeToldGetNothing() {
        Spread spread = spread(
                2,
                ready("jammed").state("Fiber Jam", StateGroup.HANDS),
                ready("offline").state("Offline", StateGroup.OFF),
                ready("no level").first("Onyx", null),
                ready("other").series("FX20"),
                ready("unread").queue(null));

        assertThat(spread.copies()).isEmpty();
        assertThat(spread.left()).isEqualTo(2);
    }

    @Test
    void noPrinterGetsMoreThanItMay() {
        Spread spread = Spread.of(
                ranking(gripper(), ready("A").first("Onyx", 1e6).second(new Material("Carbon Fiber", 1e6))),
                60,
                50,
                Shop.FORECASTS);
        assertThat(spread.copies().values()).containsExactly(50);
        assertThat(spread.left()).isEqualTo(10);
    }
}
