package io.opslore.retrieval;

import io.opslore.identity.Asker;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.Documents;
import io.opslore.library.RevisionId;
import io.opslore.library.Revisions;
import io.opslore.retrieval.engine.ChunkKey;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.Hit;
import io.opslore.retrieval.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what was found what a person sees of it. */
@Component
class ResultDescribing {

    /** A document shows its best passage, and these on demand. */
    private static final int EXTRACTS = 4;

    private final ChunkRecords chunks;
    private final Revisions revisions;
    private final Documents documents;
    private final Words words;

    ResultDescribing(ChunkRecords chunks, Revisions revisions, Documents documents, Words words) {
        this.chunks = chunks;
        this.revisions = revisions;
        this.documents = documents;
        this.words = words;
    }

    List<FoundDocument> describe(
            GenerationId generation, List<DocumentGroup> groups, Sought sought, Asker asker) {
        List<ChunkKey> keys =
                groups.stream().flatMap(ResultDescribing::shown).map(Hit::chunk).toList();
        Map<ChunkKey, ChunkRecords.Stored> stored = chunks.find(generation, keys);
        var marking = new Marking(sought, words);
        return groups.stream().map(group -> describe(group, stored, marking, asker)).toList();
    }

    private FoundDocument describe(
            DocumentGroup group,
            Map<ChunkKey, ChunkRecords.Stored> stored,
            Marking marking,
            Asker asker) {
        List<ChunkRecords.Stored> shown =
                shown(group).map(hit -> stored.get(hit.chunk())).filter(Objects::nonNull).toList();
        Document document = group.documents().getFirst();
        return new FoundDocument(
                document,
                group.revision(),
                number(group.revision(), shown),
                marking.pieces(document.title()),
                shown.stream().map(one -> Extracting.of(one.chunk(), marking)).toList(),
                group.hits().size() - 1,
                group.documents().stream().skip(1).toList(),
                successor(document.details().supersededBy(), asker));
    }

    private int number(RevisionId revision, List<ChunkRecords.Stored> shown) {
        return shown.isEmpty()
                ? revisions.revision(revision).number()
                : shown.getFirst().revisionNumber();
    }

    /** None where the asker may not know of it. */
    private @Nullable Document successor(@Nullable DocumentId id, Asker asker) {
        return id == null ? null : documents.find(id, asker).orElse(null);
    }

    private static Stream<Hit> shown(DocumentGroup group) {
        return group.hits().stream().limit(EXTRACTS);
    }
}
