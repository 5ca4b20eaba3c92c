package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.library.Revisions;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.text.Chunk;
import io.opslore.retrieval.text.Window;
import io.opslore.retrieval.text.WindowCutter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes of one revision what a generation holds of it. Every step may be repeated: one that was
 * done already, or was cut off by a crash, leaves the same state when run again. Thread-safe.
 */
@Component
class RevisionIndexing {

    private final Revisions revisions;
    private final Belongings belongings;
    private final ChunkRecords chunks;
    private final IndexContents contents;
    private final Windows windows;

    RevisionIndexing(
            Revisions revisions,
            Belongings belongings,
            ChunkRecords chunks,
            IndexContents contents,
            Windows windows) {
        this.revisions = revisions;
        this.belongings = belongings;
        this.chunks = chunks;
        this.contents = contents;
        this.windows = windows;
    }

    /** Chunks the stored text and makes it findable by its words. */
    void text(Generation generation, RevisionId revision) {
        if (belongings.isSuperseded(revision)) {
            return;
        }
        if (chunks.entry(generation.id(), revision).isEmpty()) {
            RevisionText text =
                    revisions
                            .text(revision)
                            .orElseThrow(() ->
                                    new IllegalStateException("Not described yet: " + revision));
            chunks.save(generation.id(), entry(revision, text), generation.chunker().chunk(text));
        }
        contents.putChunks(generation, revision);
    }

    /**
     * Embeds what is not embedded yet and makes the revision findable by meaning; brings in its
     * text where that is missing. Stops between batches when the thread is interrupted.
     */
    Windows.Cost embed(Generation generation, RevisionId revision, Windows.Pace pace) {
        Embedder embedder = generation.embedder();
        if (belongings.isSuperseded(revision)) {
            return Windows.Cost.NONE;
        }
        if (chunks.entry(generation.id(), revision).isEmpty()) {
            text(generation, revision);
        }
        Optional<ChunkRecords.Entry> entry = chunks.entry(generation.id(), revision);
        return entry.isEmpty() || embedder == null
                ? Windows.Cost.NONE
                : embed(generation, embedder, entry.get(), pace);
    }

    private Windows.Cost embed(
            Generation generation, Embedder embedder, ChunkRecords.Entry entry, Windows.Pace pace) {
        List<Chunk> readable =
                chunks.chunks(generation.id(), entry.revision()).stream()
                        .filter(chunk -> embedder.reads(chunk.language()))
                        .toList();
        Windows.Cost cost =
                windows.takeOver(generation, entry.revision(), readable)
                        .map(pace::told)
                        .orElseGet(() -> embed(generation, embedder, entry, readable, pace));
        if (!Thread.currentThread().isInterrupted()) {
            contents.putWindows(generation, entry.revision());
            windows.markEmbedded(generation, entry.revision());
        }
        return cost;
    }

    private Windows.Cost embed(
            Generation generation,
            Embedder embedder,
            ChunkRecords.Entry entry,
            List<Chunk> readable,
            Windows.Pace pace) {
        WindowCutter cutter = generation.cutter(embedder);
        List<Window> cut =
                readable.stream()
                        .flatMap(chunk ->
                                cutter.windows(chunk, entry.path(), entry.title()).stream())
                        .toList();
        return windows.embed(generation, embedder, entry.revision(), cut, pace);
    }

    private ChunkRecords.Entry entry(RevisionId revision, RevisionText text) {
        Document document = revisions.documentOf(revision);
        String title = text.title().isBlank() ? document.fileName() : text.title();
        return new ChunkRecords.Entry(revision, document.space(), document.path(), title);
    }
}
