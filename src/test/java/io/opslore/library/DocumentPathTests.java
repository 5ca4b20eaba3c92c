package io.opslore.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", ".", "a/../b", "..\\a", "a\0b", "a\nb", "a\u001B[2Jb", "a\u0085b"})
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> DocumentPath.normalised(path))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCannotBeSeenIsKeptVisible() {
        assertThat(DocumentPath.normalised("a/invoice\u202Efdp.exe"))
                .isEqualTo("a/invoice⟨U+202E⟩fdp.exe")
                .isEqualTo(DocumentPath.normalised("a/invoice⟨U+202E⟩fdp.exe"));
    }

    @Test
    void whatGrowsTooLongIsRefused() {
        assertThatThrownBy(() -> DocumentPath.normalised("\u200B".repeat(200)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
