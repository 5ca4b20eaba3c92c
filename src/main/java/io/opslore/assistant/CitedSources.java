package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.library.Document;
import io.opslore.library.Documents;
import io.opslore.library.NotFound;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.library.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tells what has become of cited sources since. Thread-safe. */
@Service
public class CitedSources {

    private final Documents documents;

    CitedSources(Documents documents) {
        this.documents = documents;
    }

    /** For everyone: one for each citation, so far as the asker may know. */
    public Map<Citation, CitedSource> of(List<Citation> citations, Asker asker) {
        Map<RevisionId, Standing> standings =
                documents.standing(citations.stream().map(Citation::revision).toList(), asker);
        Map<Citation, CitedSource> sources = new HashMap<>();
        for (Citation citation : citations) {
            Standing standing =
                    citation.isClosed()
                            ? new Standing.Hidden()
                            : standings.getOrDefault(citation.revision(), new Standing.Hidden());
            sources.put(citation, source(citation, standing, asker));
        }
        return sources;
    }

    /** For everyone: what to compare, where the source changed and the asker may read both. */
    public Optional<SourceDifference> difference(Citation citation, Asker asker) {
        Standing standing =
                documents.standing(List.of(citation.revision()), asker).get(citation.revision());
        return standing instanceof Standing.Changed(RevisionId current)
                ? text(citation.revision(), asker)
                        .flatMap(before ->
                                text(current, asker)
                                        .map(after ->
                                                new SourceDifference(
                                                        before.lines(), after.lines())))
                : Optional.empty();
    }

    private CitedSource source(Citation citation, Standing standing, Asker asker) {
        return switch (standing) {
            case Standing.Current() -> present(citation, standing, true, asker);
            case Standing.Changed(RevisionId current) ->
                    present(citation, standing, holds(current, citation, asker), asker);
            case Standing.Removed() -> new CitedSource(standing, null, null, false);
            case Standing.Hidden() -> new CitedSource(standing, null, null, false);
        };
    }

    private CitedSource present(
            Citation citation, Standing standing, boolean readsTheSame, Asker asker) {
        return documents
                .find(citation.document(), asker)
                .map(document ->
                        new CitedSource(
                                standing,
                                document,
                                successor(document, asker).orElse(null),
                                readsTheSame))
                .orElseGet(() -> new CitedSource(new Standing.Removed(), null, null, false));
    }

    /** For everyone: what a lookup has found; empty where they may not see it, or it is gone. */
    public Optional<String> seen(Lookup lookup, Asker asker) {
        return Optional.ofNullable(lookup.revision())
                .flatMap(revision -> text(new RevisionId(revision), asker))
                .map(RevisionText::text);
    }

    private boolean holds(RevisionId current, Citation citation, Asker asker) {
        return text(current, asker)
                .filter(text -> text.text().contains(citation.quote()))
                .isPresent();
    }

    private Optional<RevisionText> text(RevisionId revision, Asker asker) {
        try {
            return documents.text(revision, asker);
        } catch (NotFound removedMeanwhile) {
            return Optional.empty();
        }
    }

    private Optional<Document> successor(Document document, Asker asker) {
        return Optional.ofNullable(document.details().supersededBy())
                .flatMap(successor -> documents.find(successor, asker));
    }
}
