package io.opslore.retrieval;

import io.opslore.retrieval.engine.Embedder;
import io.opslore.retrieval.engine.GenerationId;
import io.opslore.retrieval.engine.KnowledgeIndex;
import io.opslore.retrieval.text.Chunker;
import io.opslore.retrieval.text.WindowCutter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * An open generation: its index, and the tools that it is made with. Whoever works with one has
 * entered it, so that it is not closed under their hands.
 */
final class Generation {

    private final GenerationId id;
    private final Recipe recipe;
    private final KnowledgeIndex index;
    private final @Nullable Embedder embedder;
    private final Chunker chunker;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final AtomicInteger losses = new AtomicInteger();
    private volatile int mended;
    private boolean closed;

    /**
     * @param embedder null where this portal cannot run the model: it is found by words alone
     */
    Generation(
            GenerationId id,
            Recipe recipe,
            KnowledgeIndex index,
            @Nullable Embedder embedder,
            Chunker chunker) {
        this.id = id;
        this.recipe = recipe;
        this.index = index;
        this.embedder = embedder;
        this.chunker = chunker;
    }

    GenerationId id() {
        return id;
    }

    Recipe recipe() {
        return recipe;
    }

    KnowledgeIndex index() {
        return index;
    }

    @Nullable Embedder embedder() {
        return embedder;
    }

    Chunker chunker() {
        return chunker;
    }

    /** Cuts chunks for the given embedder's window. */
    WindowCutter cutter(Embedder reader) {
        return new WindowCutter(reader::spans, recipe.windowsPerChunk());
    }

    /** Its engine has lost what the index held. */
    void lose() {
        losses.incrementAndGet();
    }

    /** How often that was so. */
    int losses() {
        return losses.get();
    }

    /** All is back that was lost by then, so often as {@link #losses} said. */
    void mended(int losses) {
        mended = losses;
    }

    /** Throws {@link IndexAway} until it is: what is found in half an index misleads. */
    void requireWhole() {
        if (mended != losses.get()) {
            throw new IndexAway("The index was lost and is being filled again");
        }
    }

    /** False if it is closed; else {@link #leave} must follow on the same thread. */
    boolean enter() {
        Lock reading = use.readLock();
        reading.lock();
        if (closed) {
            reading.unlock();
            return false;
        }
        return true;
    }

    void leave() {
        use.readLock().unlock();
    }

    /** Waits for those who are inside. */
    void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                index.close();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
