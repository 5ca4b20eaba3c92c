package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.text.Chunk;
import io.opslore.retrieval.text.Word;
import io.opslore.retrieval.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes passages of confirmed hits: their text from PostgreSQL, and how well they fit. */
@Component
class Passages {

    private final ChunkRecords chunks;
    private final VectorRecords vectors;
    private final Words words;

    Passages(ChunkRecords chunks, VectorRecords vectors, Words words) {
        this.chunks = chunks;
        this.vectors = vectors;
        this.words = words;
    }

    /** In the same order; a hit whose chunk was forgotten meanwhile is left out. */
    List<Passage> of(
            List<Hit> hits, Map<RevisionId, Document> documents, Candidates.Question question) {
        List<ChunkKey> keys = hits.stream().map(Hit::chunk).toList();
        Generation generation = question.generation();
        Map<ChunkKey, ChunkRecords.Stored> stored = chunks.find(generation.id(), keys);
        Map<ChunkKey, List<float[]>> windows =
                question.vector() == null
                        ? Map.of()
                        : vectors.of(generation.id(), keys, generation.recipe().model());
        Coverage coverage = coverage(generation, question.sought().words());
        List<Passage> passages = new ArrayList<>();
        for (Hit hit : hits) {
            ChunkRecords.Stored found = stored.get(hit.chunk());
            Document document = documents.get(hit.chunk().revision());
            if (found != null && document != null) {
                List<float[]> near = windows.getOrDefault(hit.chunk(), List.of());
                double similarity = nearest(question.vector(), near);
                passages.add(passage(hit, found, document, coverage, similarity));
            }
        }
        return passages;
    }

    private static Coverage coverage(Generation generation, List<Word> wanted) {
        List<String> terms = wanted.stream().flatMap(Word::terms).distinct().toList();
        return new Coverage(wanted, generation.index().frequencies(terms));
    }

    private Passage passage(
            Hit hit,
            ChunkRecords.Stored stored,
            Document document,
            Coverage coverage,
            double similarity) {
        Chunk chunk = stored.chunk();
        return new Passage(
                document,
                hit.chunk().revision(),
                stored.revisionNumber(),
                chunk.headingPath(),
                chunk.lines(),
                chunk.page(),
                chunk.text(),
                chunk.language().code(),
                hit.score(),
                coverage.of(words.of(everythingOf(chunk, document))),
                similarity);
    }

    private static String everythingOf(Chunk chunk, Document document) {
        return String.join(
                "\n",
                document.path(),
                document.title(),
                chunk.headingPath(),
                chunk.labels(),
                chunk.text());
    }

    /** The cosine to the nearest window; 0 where there is none to compare. */
    private static double nearest(float @Nullable [] query, List<float[]> windows) {
        if (query == null) {
            return 0;
        }
        return windows.stream().mapToDouble(window -> product(query, window)).max().orElse(0);
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
