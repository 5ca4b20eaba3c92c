package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How good search is on public judged sets, through the whole room. The floors lie a little under
 * what is reached; the sets are sampled, always alike, so that the tests stay affordable. Leaving
 * documents out makes a set easier: these figures guard against getting worse, and are not those of
 * the whole sets, which docs/quality.md has. Of xquad all documents stay, since a thinner sample is
 * answered without a fault and would notice nothing.
 */
class RetrievalQualityTests {

    private static TestingLibrary library;

    @BeforeAll
    static void open() {
        library = new TestingLibrary();
    }

    @AfterAll
    static void close() {
        library.close();
    }

    @Test
    void englishQuestionsFindTheirParagraph() {
        assertThat(quality("xquad-en", 3, 1)).isGreaterThan(0.975);
    }

    @Test
    void russianQuestionsFindTheirParagraph() {
        assertThat(quality("xquad-ru", 3, 1)).isGreaterThan(0.945);
    }

    @Test
    void alertsFindTheirRunbook() {
        assertThat(quality("alert2runbook", 1, 4)).isGreaterThan(0.935);
    }

    /** Fused nDCG@10. */
    private static double quality(String name, int everyQuery, int everyOtherDocument) {
        var found = JudgedQueries.find(name);
        assumeTrue(found.isPresent(), "No shared/eval/retrieval/" + name + " beside this checkout");
        JudgedQueries set = found.get().sampled(everyQuery, everyOtherDocument);
        SpaceId space = library.space(name);
        var scope = new ReadScope(Set.of(space));
        boolean embeds = !name.endsWith("-ru");
        Map<RevisionId, String> ids = new HashMap<>();
        set.documents()
                .forEach((id, text) -> ids.put(publish(space, ids.size(), text, embeds), id));

        KnowledgeIndex index = library.index();
        Words words = library.bean(Words.class);
        Embedder embedder = library.bean(Embedder.class);
        Retrieval retrieval = library.bean(Retrieval.class);
        double byWords =
                mean(set, ids, q -> revisions(index.byWords(words.ofQuery(q), scope, 100)));
        double byMeaning =
                embeds
                        ? mean(
                                set,
                                ids,
                                q -> revisions(index.byMeaning(embedder.query(q), scope, 100)))
                        : 0;
        double fused =
                mean(
                        set,
                        ids,
                        q ->
                                retrieval.search(new Query(q, scope, 40)).stream()
                                        .map(Passage::revision)
                                        .toList());
        System.out.printf(
                "%s: %d documents, %d queries, nDCG@10 words %.3f, meaning %.3f, fused %.3f%n",
                name, ids.size(), set.judgements().size(), byWords, byMeaning, fused);
        return fused;
    }

    private static RevisionId publish(SpaceId space, int number, String text, boolean embeds) {
        String path = number + ".md";
        return embeds
                ? library.publish(space, path, text)
                : library.publishWords(space, path, text);
    }

    private static double mean(
            JudgedQueries set,
            Map<RevisionId, String> ids,
            Function<String, List<RevisionId>> search) {
        return set.judgements().keySet().stream()
                .mapToDouble(query -> {
                    List<String> ranking =
                            search.apply(set.queries().get(query)).stream()
                                    .distinct()
                                    .map(ids::get)
                                    .toList();
                    return set.quality(query, ranking);
                })
                .average()
                .orElseThrow();
    }

    private static List<RevisionId> revisions(List<Hit> hits) {
        return hits.stream().map(hit -> hit.chunk().revision()).toList();
    }
}
