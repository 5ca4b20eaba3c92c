package io.opslore.ingest.ui;

import io.opslore.ingest.IngestProgress;
import io.opslore.ingest.IngestState;
import io.opslore.library.Document;
import io.opslore.library.DocumentId;
import io.opslore.library.Twins;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All that is known about a space's documents on one page. */
final class Shelf {

    private final Map<DocumentId, TreeEntry.File> files = new LinkedHashMap<>();
    private final Map<DocumentId, IngestProgress> progress = new HashMap<>();
    private final Map<DocumentId, Document> documents = new HashMap<>();
    private Map<DocumentId, Twins.Twin> twins = Map.of();
    private Set<DocumentId> narrowed = Set.of();

    void fill(List<Document> all, List<IngestProgress> states) {
        files.clear();
        progress.clear();
        documents.clear();
        for (Document document : all) {
            documents.put(document.id(), document);
            files.put(
                    document.id(),
                    new TreeEntry.File(document.path(), document.id(), document.changedAt()));
        }
        states.stream()
                .filter(state -> files.containsKey(state.document()))
                .forEach(state -> progress.put(state.document(), state));
    }

    void mark(Map<DocumentId, Twins.Twin> same, Set<DocumentId> notForAll) {
        twins = same;
        narrowed = notForAll;
    }

    boolean isNarrowed(DocumentId id) {
        return narrowed.contains(id);
    }

    /** Whether there are new ones among them. */
    boolean tell(Collection<IngestProgress> news) {
        int before = files.size();
        for (IngestProgress one : news) {
            progress.put(one.document(), one);
            files.computeIfAbsent(
                    one.document(), id -> new TreeEntry.File(one.path(), id, Instant.now()));
        }
        return files.size() > before;
    }

    void reread(Document document) {
        if (files.containsKey(document.id())) {
            documents.put(document.id(), document);
        }
    }

    List<TreeEntry.File> shown(Browsing browsing) {
        return files.values().stream()
                .filter(file ->
                        browsing.shows(
                                file.path(),
                                documents.get(file.document()),
                                state(file.document())))
                .toList();
    }

    TreeEntry.@Nullable File file(DocumentId id) {
        return files.get(id);
    }

    @Nullable Document document(DocumentId id) {
        return documents.get(id);
    }

    @Nullable IngestProgress progress(DocumentId id) {
        return progress.get(id);
    }

    @Nullable IngestState state(DocumentId id) {
        IngestProgress known = progress.get(id);
        return known == null ? null : known.state();
    }

    Twins.@Nullable Twin twin(DocumentId id) {
        return twins.get(id);
    }

    Instant changedAt(TreeEntry.File file) {
        Document document = documents.get(file.document());
        return document == null ? file.seenAt() : document.changedAt();
    }

    TreeSet<String> tags() {
        var tags = new TreeSet<String>();
        documents.values().forEach(document -> tags.addAll(document.details().tags()));
        return tags;
    }

    int size() {
        return files.size();
    }

    long failures() {
        return progress.values().stream()
                .filter(one -> one.state() instanceof IngestState.Failed)
                .count();
    }
}
