package io.nordwand.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTests {

    @ParameterizedTest
    @CsvSource({
        "'', Gripper finger v7",
        "'   ', Gripper finger v7",
        "'%', Gripper finger v7",
        "gripper, Gripper finger v7",
        "V7 GRIP, Gripper finger v7",
        "fingér, Gripper finger v7",
        "gehause, Gehäuse Deckel",
        "GEHÄUSE, gehause",
        "fuss, Fuß links",
        "jig-4471, Drill jig 4471-B",
        "'  jig   drill ', Drill jig 4471-B",
        "ﬁnger, Gripper finger",
        "ultem 9085, ULTEM™ 9085 Filament"
    })
    void aBuildIsFoundHoweverItIsTyped(String query, String title) {
        assertThat(Search.of(query).matches(title)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"gripper v8, Gripper finger v7", "x, Gear", "gear, ''"})
    void everyWordHasToOccur(String query, String title) {
        assertThat(Search.of(query).matches(title)).isFalse();
    }
}
