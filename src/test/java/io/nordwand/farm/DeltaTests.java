package io.nordwand.farm;

import static io.nordwand.farm.FarmFixtures.NOW;
import static io.nordwand.farm.FarmFixtures.farm;
import static io.nordwand.farm.FarmFixtures.printer;
import static io.nordwand.farm.FarmFixtures.printing;
import static io.nordwand.farm.FarmFixtures.queued;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeltaTests {

    @Test
    void itTellsWhatCameChangedAndWent() {
        Delta delta = Delta.between(
                farm(printer("A"), printer("B"), printer("C")),
                farm(printer("D"), printing("B", "Bracket"), printer("A")));
        assertThat(delta.added()).extracting(Printer::id).containsExactly(new PrinterId("id-D"));
        assertThat(delta.changed()).containsExactly(printing("B", "Bracket"));
        assertThat(delta.removed()).containsExactly(new PrinterId("id-C"));
        assertThat(delta.isEmpty()).isFalse();
    }

    @Test
    void aNewQueueIsAChange() {
        Delta delta = Delta.between(farm(printer("A")), farm(queued(printer("A"), "Bracket")));
        assertThat(delta.changed()).hasSize(1);
    }

    @Test
    void aPollThatFoundTheSameChangesNothing() {
        Printer before = printing("A", "Bracket");
        Printer after =
                before.withReadAt(NOW.plusSeconds(15)).withQueue(new PrintQueue(List.of(), NOW.plusSeconds(15)));
        assertThat(Delta.between(farm(before), farm(after)).isEmpty()).isTrue();
    }

    @Test
    void fromNothingEverythingIsNew() {
        assertThat(Delta.between(Farm.none(), farm(printer("A"), printer("B"))).added())
                .hasSize(2);
    }
}
