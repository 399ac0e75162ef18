package io.nordwand.web;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.FarmFixtures.printer;
import static org.assertj.core.api.Assertions.assertThat;

import io.nordwand.farm.FakeFarms;
import io.nordwand.farm.Farm;
import io.nordwand.farm.Freshness;
import io.nordwand.farm.Printer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewsTests {

    private final List<String> asked = new ArrayList<>();
    private final FakeFarms farms = new FakeFarms(Farm.none());
    private final Overviews<String> overviews = new Overviews<>(farms, printer -> {
        String name = printer.report().name();
        asked.add(name);
        return name;
    });

    private static Farm farm(long revision, Instant read, Printer... printers) {
        return Farm.of(revision, List.of(printers), new Freshness(read, null, null, read.plusSeconds(15)));
    }

    @Test
    void aFarmThatLooksTheSameKeepsItsOverview() {
        Overview<String> first = overviews.of(farm(1, NOW, printer("A"), printer("B")));
        assertThat(overviews.of(farm(2, NOW.plusSeconds(15), printer("A"), printer("B"))))
                .isSameAs(first);
        assertThat(first.lines()).containsExactly("A", "B");
        assertThat(first.revision()).isEqualTo(1);
    }

    @Test
    void whatLooksOtherwiseIsAnotherOverview() {
        Overview<String> first = overviews.of(farm(1, NOW, printer("A")));
        Overview<String> second = overviews.of(farm(2, NOW, printer("A"), printer("B")));
        assertThat(second.lines()).containsExactly("A", "B");
        assertThat(overviews.of(farm(3, NOW.plusSeconds(300), printer("A"), printer("B"))))
                .as("five minutes later")
                .isNotSameAs(second);
        assertThat(first.lines()).containsExactly("A");
    }

    @Test
    void aPrinterIsAskedForOncePerReading() {
        Printer same = printer("A");
        overviews.of(farm(1, NOW, same));
        overviews.of(farm(2, NOW, same, printer("B")));
        assertThat(asked).containsExactly("A", "B");
    }

    @Test
    void aSlowReadersOlderFarmIsNotGoneBackTo() {
        Overview<String> newer = overviews.of(farm(2, NOW, printer("A"), printer("B")));
        assertThat(overviews.of(farm(1, NOW, printer("A")))).isSameAs(newer);
    }

    @Test
    void aFarmThatWasNeverReadIsNotAnEmptyOne() {
        assertThat(overviews.current().read()).isFalse();
        assertThat(overviews.of(farm(1, NOW)).read()).isTrue();
    }
}
