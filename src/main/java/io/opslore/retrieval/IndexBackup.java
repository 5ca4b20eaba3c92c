package io.opslore.retrieval;

import io.opslore.retrieval.engine.KnowledgeIndexes;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Keeps the indexes for a backup, for the portal's own backup only. They are derived, so a backup
 * without them is whole: with them, what was restored answers at once instead of after re-indexing.
 */
@Service
public class IndexBackup {

    private final GenerationRecords records;
    private final KnowledgeIndexes indexes;

    IndexBackup(GenerationRecords records, KnowledgeIndexes indexes) {
        this.records = records;
        this.indexes = indexes;
    }

    /**
     * Has the engine keep each generation as it is now, beside what it kept before; empty for an
     * engine whose files lie in the data folder. Throws {@link IndexAway} if it cannot be asked.
     */
    public List<IndexSnapshot> snapshots() {
        return records.kept().stream()
                .flatMap(generation -> indexes.snapshot(generation.id()).stream())
                .toList();
    }
}
