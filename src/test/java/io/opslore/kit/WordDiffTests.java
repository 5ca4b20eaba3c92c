package io.opslore.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.opslore.kit.WordDiff.Piece;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTests {

    @Test
    void marksTheWordsThatDiffer() {
        WordDiff diff = WordDiff.of("Wait 12 minutes, then go on.", "Wait 25 minutes, then go on.");

        assertThat(marked(diff.before())).isEqualTo("Wait [12] minutes, then go on.");
        assertThat(marked(diff.after())).isEqualTo("Wait [25] minutes, then go on.");
    }

    @Test
    void severalChangedWordsInARowAreOneMark() {
        WordDiff diff =
                WordDiff.of("tell the shop team before lunch", "tell a few people before lunch");

        assertThat(marked(diff.after())).isEqualTo("tell [a few people] before lunch");
    }

    @Test
    void neverSplitsWhatIsOneCharacterToTheReader() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        String couple = "\uD83D\uDC68\u200D\uD83D\uDC69";
        WordDiff emoji =
                WordDiff.of("on call: " + family + " team", "on call: " + couple + " team");
        WordDiff accents = WordDiff.of("der Cafe\u0301 ist offen", "der Cafe ist offen");

        assertThat(marked(emoji.before())).isEqualTo("on call: [" + family + "] team");
        assertThat(marked(emoji.after())).isEqualTo("on call: [" + couple + "] team");
        assertThat(marked(accents.before())).isEqualTo("der [Cafe\u0301] ist offen");
    }

    @Test
    void russianWordsAreWords() {
        assertThat(marked(WordDiff.of("ждите 15 минут", "ждите пятнадцать минут").after()))
                .isEqualTo("ждите [пятнадцать] минут");
    }

    @Test
    void linesWithLittleInCommonAreNotMarked() {
        assertThat(marked(WordDiff.of("apiVersion: v1", "Dear colleagues, good morning").after()))
                .isEqualTo("Dear colleagues, good morning");
    }

    @Test
    void aMegabyteInOneLineIsComparedWithoutHangingAndShownWhereItDiffers() {
        String filler = "word and 🚒 more ".repeat(30_000);
        assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    WordDiff diff =
                            WordDiff.of(filler + "secret " + filler, filler + "public " + filler);
                    String shown = shown(diff.after(), diff.firstDifference());

                    assertThat(shown).contains("<mark>public</mark>").contains("omitted");
                    assertThat(shown.length()).isLessThan(2 * DiffLine.LONGEST);
                    assertThat(shown(diff.before(), diff.firstDifference()))
                            .contains("<mark>secret</mark>");
                });
    }

    @Test
    void aLongLineIsNotCutWithinACharacter() {
        for (int shift = 0; shift < 2; shift++) {
            String shown =
                    shown(WordDiff.plain("x".repeat(shift) + "🚒".repeat(DiffLine.LONGEST)), 1001);

            assertThat(UTF_8.newEncoder().canEncode(shown)).isTrue();
        }
    }

    private static String shown(List<Piece> pieces, int focus) {
        return DiffLine.html(pieces, focus, count -> count + " more");
    }

    private static String marked(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.changed() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
