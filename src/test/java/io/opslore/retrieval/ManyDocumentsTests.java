package io.opslore.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.opslore.library.ReadScope;
import io.opslore.library.RevisionId;
import io.opslore.library.SpaceId;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.engine.Within;
import io.opslore.retrieval.engine.WordQuery;
import io.opslore.retrieval.lucene.LuceneKnowledgeIndex;
import io.opslore.retrieval.lucene.SnowballStemming;
import io.opslore.retrieval.text.Language;
import io.opslore.retrieval.text.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a filter costs where there is much to filter. Ratios, since machines differ. */
class ManyDocumentsTests {

    private static final int DOCUMENTS = 2_000;
    private static final int CHUNKS = 5;
    private static final int WANTED = 10_000;
    private static final Words WORDS = new Words(SnowballStemming::new);
    private static final SpaceId SPACE = new SpaceId(new UUID(0, 1));
    private static final ReadScope SCOPE = new ReadScope(Set.of(SPACE));
    private static final WordQuery QUERY = WordQuery.anyOf(WORDS.ofQuery("gateway port timeout"));

    @TempDir Path folder;

    @Test
    void aFilterOfThousandsOfDocumentsCostsAFewSearches() {
        try (var index = new LuceneKnowledgeIndex(folder, "many", WORDS, Duration.ofMinutes(10))) {
            List<RevisionId> all = fill(index);
            Within few = within(all.subList(0, 10));
            Within half = within(all.subList(DOCUMENTS / 2, WANTED));
            Within every = within(all);

            assertThat(search(index, few)).hasSize(10 * CHUNKS);
            assertThat(search(index, half)).allMatch(hit -> isIn(half, hit));
            assertThat(search(index, every)).isEqualTo(search(index, Within.all(SCOPE)));

            double plain = millis(() -> search(index, Within.all(SCOPE)));
            double filtered = millis(() -> search(index, half));
            System.out.printf(
                    "%d documents: no filter %.1f ms, 10 of them %.1f ms, half %.1f ms, all %.1f ms%n",
                    WANTED,
                    plain,
                    millis(() -> search(index, few)),
                    filtered,
                    millis(() -> search(index, every)));
            assertThat(filtered).isLessThan(20 * plain + 50);
        }
    }

    private static List<RevisionId> fill(KnowledgeIndex index) {
        List<RevisionId> all =
                IntStream.range(0, WANTED).mapToObj(n -> new RevisionId(new UUID(n, n))).toList();
        for (RevisionId revision : all.subList(0, DOCUMENTS)) {
            index.putChunks(
                    revision,
                    SPACE,
                    IntStream.range(0, CHUNKS).mapToObj(n -> chunk(revision, n)).toList());
        }
        return all;
    }

    private static IndexedChunk chunk(RevisionId revision, int ordinal) {
        long n = revision.value().getLeastSignificantBits();
        String text = "Service " + n + " listens at port " + n % 97 + " of the gateway";
        return new IndexedChunk(ordinal, Language.EN, n + ".md", "", "", text);
    }

    private static List<Hit> search(KnowledgeIndex index, Within within) {
        return index.byWords(QUERY, within, Finding.MOST);
    }

    private static boolean isIn(Within within, Hit hit) {
        return within.revisions().orElseThrow().contains(hit.chunk().revision());
    }

    private static Within within(List<RevisionId> revisions) {
        return new Within(SCOPE, Optional.of(new HashSet<>(revisions)));
    }

    /** The median, after the machine has warmed up. */
    private static double millis(Supplier<?> work) {
        IntStream.range(0, 30).forEach(n -> work.get());
        return IntStream.range(0, 31)
                .mapToDouble(n -> {
                    long before = System.nanoTime();
                    work.get();
                    return (System.nanoTime() - before) / 1e6;
                })
                .sorted()
                .skip(15)
                .findFirst()
                .orElseThrow();
    }
}
