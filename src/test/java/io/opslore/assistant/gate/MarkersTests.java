package io.opslore.assistant.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkersTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    Drain it [1].                      | Drain it [1].
                    Drain it [3]. Wait [1].            | Drain it [1]. Wait [2].
                    Drain it [1, 2].                   | Drain it [1][2].
                    Drain it [1,2;3].                  | Drain it [1][2][3].
                    Drain it [1][2].                   | Drain it [1][2].
                    Drain it [1-3].                    | Drain it [1][2][3].
                    Drain it [1–3].                    | Drain it [1][2][3].
                    Drain it [2 and 3].                | Drain it [1][2].
                    Drain it 【1】.                      | Drain it [1].
                    Drain it 【2†source】.               | Drain it [1].
                    Drain it [^1].                     | Drain it [1].
                    Drain it \\[1\\].                  | Drain it [1].
                    Drain it [[2]].                    | Drain it [1].
                    Drain it [Passage 2].              | Drain it [1].
                    Drain it [источник 2].             | Drain it [1].
                    Drain it [1](http://evil.example). | Drain it [1].
                    Drain it ![1](http://evil/x.png).  | Drain it [1].
                    Drain it [9].                      | Drain it.
                    Drain it [9] now.                  | Drain it now.
                    Drain it [0]!                      | Drain it!
                    Drain it [1, 9].                   | Drain it [1].
                    Drain it [2024].                   | Drain it.
                    Drain it [9]                       | Drain it
                    Слейте [2], ждите [9].             | Слейте [1], ждите.
                    Use `list[7]` here [1].            | Use `list[7]` here [1].
                    Use ``a`[7]`` here [7].            | Use ``a`[7]`` here.
                    A [link](http://a) stays           | A [link](http://a) stays
                    - [ ] task [x] stays               | - [ ] task [x] stays
                    """)
    void bringsEveryFormIntoOne(String written, String expected) {
        assertThat(new Markers(3).rewritten(written)).isEqualTo(expected);
    }

    @Test
    void numbersInOrderOfFirstUse() {
        var markers = new Markers(5);
        assertThat(markers.rewritten("A [4]. B [2]. C [4][5]."))
                .isEqualTo("A [1]. B [2]. C [1][3].");
        assertThat(markers.order()).containsExactly(4, 2, 5);
    }

    @Test
    void leavesFencedCodeAlone() {
        String code = "Run [2]:\n\n```bash\necho ${a[1]} [9]\n```\n\nDone [9].";
        assertThat(new Markers(2).rewritten(code))
                .isEqualTo("Run [1]:\n\n```bash\necho ${a[1]} [9]\n```\n\nDone.");
    }

    @Test
    void takesOutDefinitionsThatWouldTurnMarkersIntoLinks() {
        assertThat(
                        new Markers(2)
                                .rewritten("Drain it [1].\n\n[1]: http://evil.example\n[^2]: note"))
                .isEqualTo("Drain it [1].\n\n");
    }

    @Test
    void anUnclosedBacktickIsNotCodeOnceTheTextHasEnded() {
        assertThat(new Markers(1).rewritten("Use `foo [9] and [1]."))
                .isEqualTo("Use `foo and [1].");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    Drain it [          | Drain it
                    Drain it [1         | Drain it
                    Drain it [1, 2      | Drain it
                    Drain it [^         | Drain it
                    Drain it 【1†sou     | Drain it
                    Drain it \\[1\\     | Drain it
                    Drain it [1]        | Drain it [1]
                    Drain it [1](http:/ | Drain it [1]
                    Run `kubectl get    | Run
                    Run `kubectl`       | Run `kubectl`
                    """)
    void holdsBackWhatIsHalfThere(String growing, String shown) {
        assertThat(Markers.settled(growing).strip()).isEqualTo(shown.strip());
    }

    @Test
    void noBeginningOfATextEverShowsAMarkerThatIsNotGiven() {
        String text =
                "Use `a[3]` [9], then [2, 7] and 【8】.\n\n```\nx[4]\n```\n\n- item [^6]\n- last [1-9]";
        for (int end = 0; end <= text.length(); end++) {
            String shown = new Markers(2).rewritten(Markers.settled(text.substring(0, end)));
            String prose = shown.replaceAll("(?s)```.*?(```|\\z)", "").replaceAll("`[^`]*`", "");
            assertThat(prose).doesNotContainPattern("[\\[【]\\^?[3-9]");
        }
    }

    @Test
    void neutralisesWhatADocumentWritesInBrackets() {
        assertThat(Markers.neutralised("See [1] and `a[2]` and [^3]"))
                .isEqualTo("See [\u20601] and `a[2]` and [\u2060^3]");
        assertThat(new Markers(3).rewritten(Markers.neutralised("See [1]")))
                .isEqualTo("See [\u20601]");
    }
}
