package io.opslore.assistant;

import io.opslore.library.DocumentId;
import io.opslore.library.LineRange;
import io.opslore.library.RevisionId;
import jakarta.persistence.Embeddable;
import java.util.UUID;

@Embeddable
record CitationRow(
        int marker,
        UUID documentId,
        UUID revisionId,
        int revisionNumber,
        String path,
        String title,
        String headingPath,
        int firstLine,
        int lastLine,
        int page,
        String quote,
        String sha256) {

    static CitationRow of(Citation citation) {
        return new CitationRow(
                citation.marker(),
                citation.document().value(),
                citation.revision().value(),
                citation.revisionNumber(),
                citation.path(),
                citation.title(),
                citation.headingPath(),
                citation.lines().first(),
                citation.lines().last(),
                citation.page(),
                citation.quote(),
                citation.sha256());
    }

    Citation toCitation() {
        return new Citation(
                marker,
                new DocumentId(documentId),
                new RevisionId(revisionId),
                revisionNumber,
                path,
                title,
                headingPath,
                new LineRange(firstLine, lastLine),
                page,
                quote,
                sha256);
    }
}
