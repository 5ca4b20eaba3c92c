package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.Hit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was found of one file: its best hit first, and all documents that are this file. */
final class DocumentGroup {

    private final RevisionId revision;
    private final List<Hit> hits = new ArrayList<>();
    private final Map<RevisionId, Document> documents = new LinkedHashMap<>();
    private final Set<String> languages = new LinkedHashSet<>();

    private DocumentGroup(RevisionId revision) {
        this.revision = revision;
    }

    /**
     * @param digests by which documents that are the same file are told
     */
    static List<DocumentGroup> of(Confirmed confirmed, Map<RevisionId, String> digests) {
        Map<String, DocumentGroup> groups = new LinkedHashMap<>();
        for (Hit hit : confirmed.hits()) {
            RevisionId found = hit.chunk().revision();
            String file = digests.getOrDefault(found, found.value().toString());
            groups.computeIfAbsent(file, ignored -> new DocumentGroup(found)).add(hit, confirmed);
        }
        return List.copyOf(groups.values());
    }

    /** The revision of the document that stands for all. */
    RevisionId revision() {
        return revision;
    }

    /** Of that document, the best first. */
    List<Hit> hits() {
        return hits;
    }

    /** The document that stands for all first, then its copies. */
    List<Document> documents() {
        return List.copyOf(documents.values());
    }

    /** The languages that what was found is written in. */
    Set<String> languages() {
        return languages;
    }

    private void add(Hit hit, Confirmed confirmed) {
        documents.put(hit.chunk().revision(), confirmed.document(hit));
        if (hit.chunk().revision().equals(revision)) {
            hits.add(hit);
        }
        var language = confirmed.languages().get(hit.chunk());
        if (language != null) {
            languages.add(language.code());
        }
    }
}
