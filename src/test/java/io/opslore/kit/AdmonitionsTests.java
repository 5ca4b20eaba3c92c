package io.opslore.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdmonitionsTests {

    @Test
    void writesNotesOfOtherDialectsLineForLine() {
        assertThat(
                        Admonitions.asQuotes(
                                """
                                !!! danger "Do not"
                                    It breaks.

                                    - really

                                :::tip
                                Use the tool.
                                :::
                                after\
                                """))
                .isEqualTo(
                        """
                        > [!CAUTION] **Do not**\s\s
                        > It breaks.
                        >
                        > - really

                        > [!TIP]
                        > Use the tool.

                        after\
                        """);
    }

    @Test
    void leavesCodeAndWhatIsNoNoteAlone() {
        String text = "```\n!!! note\n    x\n```\n!!! nonsense\n    code\n:::\n???";

        assertThat(Admonitions.asQuotes(text)).isEqualTo(text);
    }
}
