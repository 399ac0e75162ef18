package io.nordwand.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortNamesTests {

    private static Map<String, String> shortened(double room, String... names) {
        Map<String, String> byKey = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            byKey.put("id-" + i, names[i]);
        }
        return ShortNames.of(byKey, room);
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(shortened(5, "X7-01", "FX20").values()).containsExactly("X7-01", "FX20");
    }

    @Test
    void aLongNameKeepsItsBeginningAndItsEnd() {
        assertThat(shortened(9, "Markforged X7 Hall A left", "Markforged X7 Hall A right")
                        .values())
                .allMatch(name -> name.startsWith("Mark"))
                .satisfies(names -> assertThat(names).element(0).asString().endsWith("…left"))
                .satisfies(names -> assertThat(names).element(1).asString().endsWith("…right"));
    }

    @Test
    void namesThatDifferInTheMiddleAreToldApartThere() {
        List<String> names =
                List.copyOf(shortened(8, "Prototypes north printer in use", "Prototypes south printer in use")
                        .values());
        assertThat(names.get(0)).isNotEqualTo(names.get(1)).contains("north");
        assertThat(names.get(1)).contains("south");
    }

    @Test
    void printersOfTheVerySameNameAreCounted() {
        assertThat(shortened(9, "Mark Two", "Mark Two", "X7").values())
                .containsExactly("Mark Two\u00a0#1", "Mark Two\u00a0#2", "X7");
    }

    /** Over drawn names: whatever they are, each fits and no two look alike. */
    @Test
    void noTwoEverLookAlikeAndAllFit() {
        Random random = new Random(7);
        List<String> words = List.of(
                "Mark", "Two", "Halle", "Süd", "X7", "01", "10", "nördlich", "_", "-", "Fenster", "打印机", "WWWW");
        for (int round = 0; round < 300; round++) {
            String[] names = new String[40];
            for (int i = 0; i < names.length; i++) {
                StringBuilder name = new StringBuilder("Printer");
                for (int part = random.nextInt(6); part > 0; part--) {
                    name.append(random.nextBoolean() ? " " : "").append(words.get(random.nextInt(words.size())));
                }
                names[i] = name.toString();
            }
            double room = 4 + random.nextDouble() * 6;
            Map<String, String> shown = shortened(room, names);
            assertThat(new HashSet<>(shown.values())).as("%s", shown).hasSize(names.length);
            assertThat(shown.values()).allMatch(name -> TextWidth.fits(name, room + 0.01), "fits into " + room);
        }
    }

    @Test
    void textIsEndedAtAWordWhereThatLosesLittle() {
        assertThat(TextWidth.clip("Purge Strip Removal Needed", 10)).isEqualTo("Purge Strip…");
        assertThat(TextWidth.clip("Ready", 10)).isEqualTo("Ready");
        assertThat(TextWidth.lines("Clear the fiber path, then press Resume", 12))
                .isEqualTo(2);
        assertThat(TextWidth.lines("Clear", 12)).isEqualTo(1);
    }
}
