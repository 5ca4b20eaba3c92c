package io.opslore.retrieval;

import io.opslore.library.Document;
import io.opslore.library.RevisionId;
import io.opslore.library.RevisionText;
import io.opslore.library.Revisions;
import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.text.Chunk;
import io.opslore.retrieval.text.Chunker;
import io.opslore.retrieval.text.Window;
import io.opslore.retrieval.text.WindowCutter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;

/**
 * Brings described revisions into the index; for ingest. Every step may be repeated: a step that
 * was done already, or was cut off by a crash, leaves the same state when run again. Thread-safe.
 */
@Service
public class Indexing {

    /** Between two batches progress is told and an interrupt is heard. */
    private static final int BATCH = 16;

    private final Revisions revisions;
    private final Chunker chunker;
    private final WindowCutter windows;
    private final Embedder embedder;
    private final IndexContents contents;

    Indexing(
            Revisions revisions,
            Chunker chunker,
            WindowCutter windows,
            Embedder embedder,
            IndexContents contents) {
        this.revisions = revisions;
        this.chunker = chunker;
        this.windows = windows;
        this.embedder = embedder;
        this.contents = contents;
    }

    /** Chunks the revision's stored text and makes it findable by its words, durably. */
    public void indexText(RevisionId revision) {
        if (contents.isSuperseded(revision)) {
            return;
        }
        if (contents.entry(revision).isEmpty()) {
            RevisionText text =
                    revisions
                            .text(revision)
                            .orElseThrow(() ->
                                    new IllegalStateException("Not described yet: " + revision));
            contents.save(entry(revision, text), chunker.chunk(text));
        }
        contents.putChunks(revision);
    }

    /**
     * Embeds what is not embedded yet and makes the revision findable by meaning. Stops between
     * batches when the thread is interrupted.
     *
     * @param progress called with (windows done, windows in all)
     */
    public void embed(RevisionId revision, BiConsumer<Integer, Integer> progress) {
        if (contents.isSuperseded(revision)) {
            return;
        }
        if (contents.entry(revision).isEmpty()) {
            indexText(revision);
        }
        Optional<ChunkRecords.Entry> entry = contents.entry(revision);
        if (entry.isPresent()) {
            embed(entry.get(), progress);
        }
    }

    /** Takes a revision out of the index and drops what was derived from it. */
    public void forget(RevisionId revision) {
        contents.remove(revision);
    }

    private void embed(ChunkRecords.Entry entry, BiConsumer<Integer, Integer> progress) {
        List<Window> wanted = plan(entry);
        List<Window> missing = missing(wanted);
        int done = wanted.size() - missing.size();
        progress.accept(done, wanted.size());
        for (int from = 0; from < missing.size(); from += BATCH) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            List<Window> batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
            contents.keep(batch, embedder.passages(batch.stream().map(Window::text).toList()));
            done += batch.size();
            progress.accept(Math.min(done, wanted.size()), wanted.size());
        }
        contents.putWindows(entry.revision());
        progress.accept(wanted.size(), wanted.size());
    }

    /** Chunks in a language that the embedder cannot read have no windows. */
    private List<Window> plan(ChunkRecords.Entry entry) {
        List<Window> wanted =
                contents.chunks(entry.revision()).stream()
                        .filter(chunk -> embedder.reads(chunk.language()))
                        .flatMap(chunk -> cut(chunk, entry).stream())
                        .toList();
        contents.plan(entry.revision(), wanted);
        return wanted;
    }

    private List<Window> cut(Chunk chunk, ChunkRecords.Entry entry) {
        return windows.cut(chunk, entry.path(), entry.title());
    }

    /** By length, so that a batch holds windows of one size and little is spent on padding. */
    private List<Window> missing(List<Window> wanted) {
        Set<String> seen =
                new HashSet<>(contents.embedded(wanted.stream().map(Window::digest).toList()));
        return wanted.stream()
                .filter(window -> seen.add(window.digest()))
                .sorted(Comparator.comparingInt(window -> window.text().length()))
                .toList();
    }

    private ChunkRecords.Entry entry(RevisionId revision, RevisionText text) {
        Document document = revisions.documentOf(revision);
        String title = text.title().isBlank() ? document.fileName() : text.title();
        return new ChunkRecords.Entry(revision, document.space(), document.path(), title);
    }
}
