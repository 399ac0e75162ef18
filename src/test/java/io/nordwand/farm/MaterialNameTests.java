package io.nordwand.farm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaterialNameTests {

    @Test
    void signsCaseAndSpacesMakeNoOtherMaterial() {
        assertThat(MaterialName.same("ULTEM™ 9085 Filament", "ultem  9085 FILAMENT "))
                .isTrue();
        assertThat(MaterialName.same("Onyx", "Onyx FR")).isFalse();
    }

    @Test
    void noneIsAWordForNothing() {
        assertThat(MaterialName.same("None", null)).isTrue();
        assertThat(MaterialName.same(" ", "NONE")).isTrue();
        assertThat(MaterialName.same("None", "Onyx")).isFalse();
    }
}
