package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleNameTests {

    @ParameterizedTest
    @CsvSource({
        "202E", "202A", "2066", "2069", "200E", "200B", "2060", "FEFF", "00AD", "061C", "2028",
        "2029", "3164", "115F", "E000", "D800", "DFFF", "FFFE", "E0041"
    })
    void whatCannotBeSeenIsShownAsItsNumber(String number) {
        String hidden = Character.toString(Integer.parseInt(number, 16));

        assertThat(VisibleName.of("pay" + hidden + "fdp.exe"))
                .isEqualTo("pay⟨U+" + number + "⟩fdp.exe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "runbook.md",
                "инструкция № 5.md",
                "café.md",
                "cafe\u0301.md",
                "👩‍💻.md",
                "مرحبا.md",
                "日本語.md",
                "a\u00A0b.md"
            })
    void whatCanBeSeenStays(String name) {
        assertThat(VisibleName.of(name)).isEqualTo(name);
    }

    @Test
    void twiceIsAsOnce() {
        String once = VisibleName.of("a\u202Eb");

        assertThat(VisibleName.of(once)).isEqualTo(once);
    }
}
