package io.opslore.retrieval.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.retrieval.lucene.SnowballStemming;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTests {

    private final Words words = new Words(SnowballStemming::new);

    @Test
    void wordsAreStemmedByTheirOwnScript() {
        assertThat(terms("Restarting pods")).containsExactly("restart", "pod");
        assertThat(terms("перезапуска подов")).isEqualTo(terms("перезапуск поды"));
        assertThat(terms("ещё")).isEqualTo(terms("еще"));
    }

    @Test
    void namesAreFoundWholeAndByTheirParts() {
        assertThat(terms("KubePodCrashLooping"))
                .contains("kubepodcrashloop", "kube", "pod", "crash", "loop");
        assertThat(terms("kube-system/web_frontend.v2"))
                .contains("kube-system/web_frontend.v2", "kube", "system", "web", "frontend", "v2");
        assertThat(terms("HTTPServerError")).contains("http", "server", "error");
        assertThat(terms("https://grafana.example:3000/d/abc")).contains("grafana", "3000");
    }

    @Test
    void aNameIsTheSameHoweverItIsTyped() {
        assertThat(terms("kubepodcrashlooping")).containsExactly("kubepodcrashloop");
    }

    @Test
    void aSentenceEndDoesNotGlueWordsTogether() {
        assertThat(terms("Stop. Then - go!")).containsExactly("stop", "then", "go");
    }

    @Test
    void aQueryKeepsOnlyWhatBearsMeaning() {
        assertThat(query("What is the port of the gateway?")).containsExactly("port", "gateway");
        assertThat(query("Почему не запускается gateway?")).hasSize(2).contains("gateway");
        assertThat(query("how do I do that, and why? из-за чего это")).isEmpty();
        assertThat(query("pod pods POD")).containsExactly("pod");
    }

    @Test
    void endlessWordsAreBounded() {
        String huge = "x".repeat(1_000_000);
        assertThat(terms(huge)).singleElement().satisfies(t -> assertThat(t).hasSize(128));
        assertThat(words.of("a/".repeat(50_000) + "b")).hasSizeGreaterThan(50_000);
    }

    private List<String> terms(String text) {
        return words.of(text).stream().flatMap(Word::terms).collect(Collectors.toList());
    }

    private List<String> query(String text) {
        return words.ofQuery(text).stream().map(Word::whole).toList();
    }
}
