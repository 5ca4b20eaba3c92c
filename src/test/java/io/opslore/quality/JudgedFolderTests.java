package io.opslore.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedFolderTests {

    @TempDir private Path folder;

    @BeforeEach
    void twoRunbooksAndAQuestion() throws IOException {
        write(
                "corpus.jsonl",
                """
                {"_id": "disk", "text": "Delete old logs."}
                {"_id": "cpu", "title": "Busy node", "text": "Look at top."}
                """);
        write(
                "queries.jsonl",
                """
                {"_id": "q1", "text": "disk full?"}
                {"_id": "q2", "text": "who is the king?"}
                """);
        write("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\tdisk\t2\n");
    }

    @Test
    void aSetIsItsDocumentsAndTheQueriesThatAreJudged() throws IOException {
        JudgedSet set = JudgedFolder.read(folder);

        assertThat(set.name()).isEqualTo(folder.getFileName().toString());
        assertThat(set.documents()).containsEntry("cpu", "# Busy node\n\nLook at top.");
        assertThat(set.queries()).isEqualTo(Map.of("q1", "disk full?"));
        assertThat(set.judgements()).isEqualTo(Map.of("q1", Map.of("disk", 2)));
        assertThat(set.answers()).isEmpty();
    }

    @Test
    void judgementsNeedNoHeader() throws IOException {
        write("qrels.tsv", "q1\tdisk\t1\nq1\tcpu\t0");

        assertThat(JudgedFolder.read(folder).judgements().get("q1"))
                .isEqualTo(Map.of("disk", 1, "cpu", 0));
    }

    @Test
    void answersMayBeToQuestionsThatNoDocumentIsJudgedFor() throws IOException {
        write(
                "answers.jsonl",
                """
                {"_id": "q1", "facts": ["old logs"]}
                {"_id": "q2", "unanswerable": true}
                """);

        assertThat(JudgedFolder.read(folder).answers())
                .containsExactly(
                        new AnswerKey("disk full?", List.of("old logs")),
                        new AnswerKey("who is the king?", List.of()));
    }

    @Test
    void aJudgedDocumentThatTheCorpusLacksCountsAsNotFound() throws IOException {
        write("qrels.tsv", "q1\tdisk\t1\nq1\tmemory\t1\n");

        JudgedSet set = JudgedFolder.read(folder);

        assertThat(set.absent()).isEqualTo(1);
        assertThat(new Evaluation(set).run("any", query -> List.of("disk")).recall5())
                .isEqualTo(0.5);
    }

    @Test
    void whatIsWrongIsNamed() throws IOException {
        write("qrels.tsv", "q1\tmemory\t1\n");
        assertUnusable("qrels.tsv judges no document of corpus.jsonl");
        write("qrels.tsv", "q9\tdisk\t1\n");
        assertUnusable("qrels.tsv, line 1: unknown query q9");
        write("qrels.tsv", "q1\tdisk\tgood\nq1 disk 1\n");
        assertUnusable("qrels.tsv, line 2: not query, document and score");
        write("qrels.tsv", "");
        assertUnusable("judges no query");
        write("queries.jsonl", "{\"_id\": \"q1\"}");
        assertUnusable("queries.jsonl, line 1: _id and text are needed");
        Files.delete(folder.resolve("queries.jsonl"));
        assertUnusable("Missing: ");
    }

    @Test
    void aFolderOfSetsIsEachOfThem() throws IOException {
        assertThat(JudgedFolder.sets(folder)).containsExactly(folder);
        assertThat(JudgedFolder.sets(folder.getParent())).contains(folder);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> JudgedFolder.sets(empty))
                .isInstanceOf(UnusableSet.class)
                .hasMessageContaining("No judged set");
    }

    private void assertUnusable(String message) {
        assertThatThrownBy(() -> JudgedFolder.read(folder))
                .isInstanceOf(UnusableSet.class)
                .hasMessageContaining(message);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
