package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTests {

    @Test
    void quotesWhatWouldEndACellOrALine() {
        assertThat(CsvCell.line(List.of("a,b.md", "say \"no\"", "two\nlines")))
                .isEqualTo("\"a,b.md\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void letsNoSpreadsheetCarryOutAFileName(String name) {
        assertThat(CsvCell.of(name)).isEqualTo("\"'" + name + "\"");
    }
}
