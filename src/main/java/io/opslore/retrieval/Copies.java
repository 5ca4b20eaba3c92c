package io.opslore.retrieval;

import io.opslore.library.Catalogue;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.Hit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Knows which documents are the same file. */
@Component
class Copies {

    /** A piece of a file, wherever the file lies. */
    private record Piece(String digest, int ordinal) {}

    private final Catalogue catalogue;

    Copies(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The hits in their order, without those that only repeat the same piece of the same file. */
    List<Hit> without(List<Hit> hits) {
        Map<RevisionId, String> digests =
                digests(hits.stream().map(hit -> hit.chunk().revision()).toList());
        Set<Piece> seen = new HashSet<>();
        return hits.stream().filter(hit -> seen.add(piece(hit, digests))).toList();
    }

    /** What the given revisions hold; a revision that is gone meanwhile is like no other. */
    Map<RevisionId, String> digests(Collection<RevisionId> revisions) {
        return catalogue.digests(revisions);
    }

    private static Piece piece(Hit hit, Map<RevisionId, String> digests) {
        RevisionId revision = hit.chunk().revision();
        String digest = digests.getOrDefault(revision, revision.value().toString());
        return new Piece(digest, hit.chunk().ordinal());
    }
}
