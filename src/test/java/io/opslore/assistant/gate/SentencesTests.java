package io.opslore.assistant.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTests {

    @Test
    void cutsAtTheEndOfSentencesOnly() {
        assertThat(texts("Use PostgreSQL 16.2, e.g. from apt. It listens on 10.0.0.1:5432. Done!"))
                .containsExactly(
                        "Use PostgreSQL 16.2, e.g. from apt.",
                        "It listens on 10.0.0.1:5432.",
                        "Done!");
    }

    @Test
    void knowsRussianAbbreviations() {
        assertThat(texts("Подождите 5 мин. Затем проверьте логи, т.е. вывод пода. Готово."))
                .containsExactly(
                        "Подождите 5 мин. Затем проверьте логи, т.е. вывод пода.", "Готово.");
    }

    @Test
    void codeSpansDoNotEndASentence() {
        assertThat(texts("Run `a. B. c` first. Then stop."))
                .containsExactly("Run `a. B. c` first.", "Then stop.");
    }

    @Test
    void aMarkerBehindTheFullStopBelongsToTheSentence() {
        assertThat(Sentences.of("Drain it. [1] Wait. [2]"))
                .extracting(Sentence::text, Sentence::markers)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("Drain it. [1]", List.of(1)),
                        org.assertj.core.api.Assertions.tuple("Wait. [2]", List.of(2)));
    }

    @Test
    void sharesTheNextMarkerOfTheParagraphAndElseTheLast() {
        assertThat(Sentences.of("Drain it. Wait. Go on [2]. Smile."))
                .extracting(Sentence::markers)
                .containsExactly(List.of(2), List.of(2), List.of(2), List.of(2));
    }

    @Test
    void listItemsAndCodeShareTheMarkerThatLeadsUpToThem() {
        List<Sentence> sentences =
                Sentences.of(
                        "Do this [2]:\n\n1. Drain it\n2. Wait [1]\n\n```bash\nrun it\n```\n\nAlone.");
        assertThat(sentences)
                .extracting(Sentence::text)
                .containsExactly("Do this [2]:", "Drain it", "Wait [1]", "run it", "Alone.");
        assertThat(sentences)
                .extracting(Sentence::markers)
                .containsExactly(List.of(2), List.of(2), List.of(1), List.of(1), List.of());
    }

    @Test
    void codeSharesTheMarkerThatFollowsWhereNoneLeadsUpToIt() {
        assertThat(Sentences.of("Run:\n\n```\nrun it\n```\n\nAs written in [3]."))
                .extracting(Sentence::markers)
                .containsExactly(List.of(), List.of(3), List.of(3));
    }

    @Test
    void everySentenceStandsInTheTextVerbatim() {
        String text =
                "# Head\n\nOne [1].\nTwo goes\non. > no\n\n- a. B\n  c\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n> Quoted. Text\n\n~~~\nco de\n~~~";
        assertThat(Sentences.of(text)).isNotEmpty();
        assertThat(Sentences.of(text)).allSatisfy(one -> assertThat(text).contains(one.text()));
    }

    private static List<String> texts(String markdown) {
        return Sentences.of(markdown).stream().map(Sentence::text).toList();
    }
}
