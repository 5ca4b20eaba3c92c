package io.opslore.retrieval;

import io.opslore.library.RevisionId;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.IndexedChunk;
import io.opslore.retrieval.engine.IndexedWindow;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.text.Chunk;
import io.opslore.retrieval.text.Window;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Keeps the index at what PostgreSQL holds, one revision at a time: PostgreSQL is written first and
 * the index is filled from it, so that a crash between the two leaves only work to be done again.
 */
@Component
class IndexContents {

    private final ChunkRecords chunks;
    private final VectorRecords vectors;
    private final KnowledgeIndex index;
    private final Embedder embedder;
    private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

    IndexContents(
            ChunkRecords chunks, VectorRecords vectors, KnowledgeIndex index, Embedder embedder) {
        this.chunks = chunks;
        this.vectors = vectors;
        this.index = index;
        this.embedder = embedder;
    }

    Optional<ChunkRecords.Entry> entry(RevisionId revision) {
        return chunks.entry(revision);
    }

    boolean isSuperseded(RevisionId revision) {
        return chunks.isSuperseded(revision);
    }

    List<Chunk> chunks(RevisionId revision) {
        return chunks.chunks(revision);
    }

    void save(ChunkRecords.Entry entry, List<Chunk> cut) {
        chunks.save(entry, cut);
    }

    void plan(RevisionId revision, List<Window> windows) {
        vectors.plan(revision, embedder.model(), windows);
    }

    Set<String> embedded(Collection<String> digests) {
        return vectors.known(embedder.model(), digests);
    }

    void keep(List<Window> windows, List<float[]> embedded) {
        vectors.save(embedder.model(), windows, embedded);
    }

    /** Does nothing for a revision that was forgotten meanwhile. */
    void putChunks(RevisionId revision) {
        locked(
                revision,
                () ->
                        chunks.entry(revision)
                                .ifPresent(entry ->
                                        index.putChunks(revision, entry.space(), found(entry))));
    }

    /** Does nothing for a revision that was forgotten meanwhile. */
    void putWindows(RevisionId revision) {
        locked(
                revision,
                () ->
                        chunks.entry(revision)
                                .ifPresent(entry ->
                                        index.putWindows(revision, entry.space(), near(revision))));
    }

    void remove(RevisionId revision) {
        locked(
                revision,
                () -> {
                    chunks.delete(revision);
                    index.remove(revision);
                });
    }

    private List<IndexedChunk> found(ChunkRecords.Entry entry) {
        return chunks.chunks(entry.revision()).stream()
                .map(chunk ->
                        new IndexedChunk(
                                chunk.ordinal(),
                                entry.path(),
                                entry.title(),
                                chunk.headingPath() + " " + chunk.labels(),
                                chunk.text()))
                .toList();
    }

    private List<IndexedWindow> near(RevisionId revision) {
        return vectors.embedded(revision, embedder.model());
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
