package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.qdrant.QdrantKnowledgeIndexes;
import io.opslore.retrieval.qdrant.QdrantSettings;
import io.opslore.retrieval.text.Words;
import io.opslore.testing.TestingQdrant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Both engines hold the same chunks and vectors and are asked the same public questions: whoever
 * moves from one to the other finds the same. Overlaps are of the ten best, in parts of one.
 */
class EnginesAgreeTests {

    private static final int DEPTH = 10;
    private static final int CANDIDATES = 100;

    private static TestingLibrary library;
    private static QdrantKnowledgeIndexes indexes;
    private static Generation qdrant;

    @BeforeAll
    static void open() {
        QdrantSettings settings = TestingQdrant.settings();
        library = new TestingLibrary();
        indexes = new QdrantKnowledgeIndexes(settings, library.bean(Words.class));
        qdrant = beside(library.bean(Generations.class).inActive(lucene -> lucene));
    }

    @AfterAll
    static void close() {
        if (library != null) {
            library.close();
            indexes.stored().forEach(indexes::drop);
            indexes.close();
        }
    }

    @Test
    void onQuestionsAboutParagraphs() {
        agreeOn("xquad-en", 6, 1);
    }

    @Test
    void onAlertsAndTheirRunbooks() {
        agreeOn("alert2runbook", 1, 3);
    }

    @Test
    void onRussianQuestionsByWords() {
        agreeOn("xquad-ru", 12, 2);
    }

    private static void agreeOn(String name, int everyQuery, int everyOtherDocument) {
        var found = JudgedQueries.find(name);
        assumeTrue(found.isPresent(), "No shared/eval/retrieval/" + name + " beside this checkout");
        JudgedQueries set = found.get().sampled(everyQuery, everyOtherDocument);
        SpaceId space = library.space(name);
        Map<RevisionId, String> ids = new HashMap<>();
        set.documents()
                .forEach((id, text) -> ids.put(publish(space, ids.size() + ".md", text), id));
        IndexContents contents = library.bean(IndexContents.class);
        for (RevisionId revision : ids.keySet()) {
            contents.putChunks(qdrant, revision);
            contents.putWindows(qdrant, revision);
        }

        for (Arm arm : Arm.values()) {
            compare(name, set, ids, arm, new ReadScope(Set.of(space)));
        }
    }

    private static void compare(
            String name, JudgedQueries set, Map<RevisionId, String> ids, Arm arm, ReadScope scope) {
        double overlap = 0;
        double quality = 0;
        double other = 0;
        int asked = 0;
        for (String query : set.judgements().keySet()) {
            String text = set.queries().get(query);
            Sought sought = Sought.question(text, library.bean(Words.class), scope);
            List<Hit> lucene = library.bean(Generations.class).inActive(it -> arm.ask(it, sought));
            List<Hit> server = arm.ask(qdrant, sought);
            if (lucene.isEmpty() && server.isEmpty()) {
                continue;
            }
            asked++;
            overlap += overlap(lucene, server);
            quality += set.quality(query, documents(lucene, ids));
            other += set.quality(query, documents(server, ids));
        }
        if (asked == 0) {
            return;
        }
        System.out.printf(
                "engines: %s %s, %d queries: overlap@10 %.3f, nDCG@10 lucene %.3f, qdrant %.3f%n",
                name, arm, asked, overlap / asked, quality / asked, other / asked);
        assertThat(Math.abs(quality - other) / asked).as("%s %s", name, arm).isLessThan(0.02);
        assertThat(overlap / asked).as("%s %s", name, arm).isGreaterThan(0.9);
    }

    private static double overlap(List<Hit> first, List<Hit> second) {
        Set<ChunkKey> both = new HashSet<>(best(first));
        both.retainAll(best(second));
        return (double) both.size() / Math.max(best(first).size(), best(second).size());
    }

    private static List<ChunkKey> best(List<Hit> hits) {
        return hits.stream().limit(DEPTH).map(Hit::chunk).toList();
    }

    private static List<String> documents(List<Hit> hits, Map<RevisionId, String> ids) {
        return hits.stream().map(hit -> hit.chunk().revision()).distinct().map(ids::get).toList();
    }

    private static RevisionId publish(SpaceId space, String path, String text) {
        return library.publish(space, path, text);
    }

    private static Generation beside(Generation lucene) {
        KnowledgeIndex index =
                indexes.open(
                        new GenerationId(1),
                        lucene.recipe().model(),
                        Objects.requireNonNull(lucene.embedder()).dimensions());
        return new Generation(
                lucene.id(), lucene.recipe(), index, lucene.embedder(), lucene.chunker());
    }

    private enum Arm {
        WORDS,
        MEANING,
        FUSED;

        List<Hit> ask(Generation generation, Sought sought) {
            Candidates candidates = library.bean(Candidates.class);
            Candidates.Question question = candidates.question(generation, sought, Arms.BOTH);
            float[] vector = question.vector();
            return switch (this) {
                case WORDS ->
                        generation.index().byWords(sought.query(), sought.within(), CANDIDATES);
                case MEANING ->
                        vector == null
                                ? new ArrayList<>()
                                : generation.index().byMeaning(vector, sought.within(), CANDIDATES);
                case FUSED -> candidates.find(question, CANDIDATES).hits();
            };
        }
    }
}
