package io.nordwand.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateWordTests {

    @ParameterizedTest(name = "the printer''s word {0} means {1}")
    @CsvSource({
        "Unknown, UNKNOWN",
        "Offline, OFF",
        "Disabled, OFF",
        "Ready, READY",
        "Printing, PRINTING",
        "Print Finished, FINISHED",
        "Canceling, PRINTING",
        "Print Bed Needs Clearing, FINISHED",
        "Configuration in Progress, OFF",
        "Pausing, PRINTING",
        "Print Paused, HANDS",
        "Resuming Print, PRINTING",
        "Low on Material, HANDS",
        "Out of Material, HANDS",
        "Purge Strip Removal Needed, HANDS",
        "Update in Progress, OFF",
        "Dislocation Error, HANDS",
        "Bed Needs Leveling, HANDS",
        "Incompatible Print File, HANDS",
        "Fiber Jam, HANDS",
        "Material Jam, HANDS",
        "Vacuum Not Engaged, HANDS",
        "Print Failure Detected, HANDS",
        "Update Required On Device, OFF",
        "Custom Branch In Use, OFF",
        "Running Utility, PRINTING",
        "Utility Finished, FINISHED",
        "User Action Required, HANDS"
    })
    void everyPrinterWordHasItsGroup(String word, StateGroup group) {
        shows(word, group);
    }

    @ParameterizedTest(name = "the furnace''s word {0} means {1}")
    @CsvSource({
        "Unknown, UNKNOWN",
        "Offline, OFF",
        "Ready, READY",
        "Running Job, PRINTING",
        "Finished, FINISHED",
        "Disabled, OFF",
        "Busy, OFF",
        "Updating, OFF",
        "Running Utility, PRINTING",
        "Canceled Job, FINISHED",
        "Downloading, PRINTING",
        "System Cooldown, PRINTING",
        "Setup Workflow, HANDS",
        "System Precheck, PRINTING"
    })
    void everyFurnaceWordHasItsGroup(String word, StateGroup group) {
        shows(word, group);
    }

    private static void shows(String word, StateGroup group) {
        assertThat(StateWord.of(word).group()).isEqualTo(group);
        assertThat(StateWord.of("  " + word.toUpperCase(Locale.ROOT) + "\t")).isEqualTo(StateWord.of(word));
        if (!word.equals("Unknown")) {
            assertThat(StateWord.of(word).key())
                    .isEqualTo(word.toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
    }

    @ParameterizedTest(name = "{0} is nobody''s word")
    @ValueSource(
            strings = {
                "Print",
                "Paused",
                "Printing now",
                "Low_on_Material",
                "Low  on Material",
                "Missing",
                "Other",
                "Offline.",
                "Ready (maintenance)",
                "停止"
            })
    void anyOtherWordIsUnknownAndNeverGuessedByItsParts(String word) {
        assertThat(StateWord.of(word)).isEqualTo(StateWord.OTHER);
        assertThat(StateWord.of(word).group()).isEqualTo(StateGroup.UNKNOWN);
        assertThat(StateWord.of(word).key()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void aWordThatEigerLeftOutIsUnknown(String word) {
        assertThat(StateWord.of(word)).isEqualTo(StateWord.MISSING);
        assertThat(StateWord.of(word).group()).isEqualTo(StateGroup.UNKNOWN);
    }

    @Test
    void lookingUpDoesNotDependOnTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(StateWord.of("PRINTING")).isEqualTo(StateWord.PRINTING);
            assertThat(StateWord.of("FIBER JAM").key()).isEqualTo("fiber-jam");
        } finally {
            Locale.setDefault(before);
        }
    }
}
