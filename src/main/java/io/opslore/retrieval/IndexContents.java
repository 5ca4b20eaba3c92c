package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Keeps the indexes at what PostgreSQL holds, one revision at a time: PostgreSQL is written first
 * and the index is filled from it, so that a crash between the two leaves only work to be done
 * again.
 */
@Component
class IndexContents {

    private final ChunkRecords chunks;
    private final VectorRecords vectors;
    private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

    IndexContents(ChunkRecords chunks, VectorRecords vectors) {
        this.chunks = chunks;
        this.vectors = vectors;
    }

    /** Does nothing for a revision that was forgotten meanwhile. */
    void putChunks(Generation generation, RevisionId revision) {
        locked(
                revision,
                () ->
                        chunks.entry(generation.id(), revision)
                                .ifPresent(entry ->
                                        generation
                                                .index()
                                                .putChunks(
                                                        revision,
                                                        entry.space(),
                                                        found(generation, entry))));
    }

    /** Does nothing for a revision that was forgotten meanwhile. */
    void putWindows(Generation generation, RevisionId revision) {
        locked(
                revision,
                () ->
                        chunks.entry(generation.id(), revision)
                                .ifPresent(entry ->
                                        generation
                                                .index()
                                                .putWindows(
                                                        revision,
                                                        entry.space(),
                                                        near(generation, revision))));
    }

    void remove(Generation generation, RevisionId revision) {
        locked(
                revision,
                () -> {
                    chunks.delete(generation.id(), revision);
                    generation.index().remove(revision);
                });
    }

    private List<IndexedChunk> found(Generation generation, ChunkRecords.Entry entry) {
        return chunks.chunks(generation.id(), entry.revision()).stream()
                .map(chunk ->
                        new IndexedChunk(
                                chunk.ordinal(),
                                chunk.language(),
                                entry.path(),
                                entry.title(),
                                chunk.headingPath() + " " + chunk.labels(),
                                chunk.text()))
                .toList();
    }

    private List<IndexedWindow> near(Generation generation, RevisionId revision) {
        return vectors.embedded(generation.id(), revision, generation.recipe().model());
    }

    private void locked(RevisionId revision, Runnable work) {
        Lock lock = locks[Math.floorMod(revision.hashCode(), locks.length)];
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
