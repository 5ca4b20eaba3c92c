package io.opslore.retrieval.qdrant;

import io.opslore.retrieval.IndexAway;
import io.opslore.retrieval.engine.GenerationId;
import java.util.function.Supplier;

/**
 * One generation's collection, made when it is first needed, and again where the server has lost
 * it: the call that finds out fails, for nothing of what it asks about is there any more.
 * Thread-safe.
 */
final class GenerationCollection {

    private final GenerationCollections all;
    private final Names names;
    private final GenerationId generation;
    private final String madeOf;
    private final Blueprint blueprint;
    private volatile boolean there;

    GenerationCollection(
            GenerationCollections all,
            Names names,
            GenerationId generation,
            String madeOf,
            Blueprint blueprint) {
        this.all = all;
        this.names = names;
        this.generation = generation;
        this.madeOf = madeOf;
        this.blueprint = blueprint;
    }

    /** By which it is asked. */
    String alias() {
        return names.alias(generation);
    }

    /** Works with it. */
    <T> T with(Supplier<T> work) {
        ensure();
        try {
            return work.get();
        } catch (Calls.Gone e) {
            there = false;
            all.lost(generation);
            throw new IndexAway("Qdrant has lost %s; it is filled again".formatted(alias()));
        }
    }

    void use(Runnable work) {
        with(() -> {
            work.run();
            return work;
        });
    }

    /** Throws all of it away. */
    synchronized void replace() {
        all.replace(generation, madeOf, blueprint);
        there = true;
    }

    private void ensure() {
        if (!there) {
            make();
        }
    }

    private synchronized void make() {
        if (!there) {
            all.ensure(generation, madeOf, blueprint);
            there = true;
        }
    }
}
