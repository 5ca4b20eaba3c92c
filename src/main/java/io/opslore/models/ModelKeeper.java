package io.opslore.models;

import java.util.List;
import reactor.core.publisher.Flux;

/**
 * What can be done with the models of a server besides asking them. Everything ends with {@link
 * ModelFailure} where the server does not do it. Thread-safe.
 */
public interface ModelKeeper {

    /** The server's own version. */
    String version();

    /** All on its disk, by name. */
    List<StoredModel> stored();

    /** All in its memory. */
    List<LoadedModel> loaded();

    /**
     * Fetches a model or its newer version from where the server gets its models; ends when all of
     * it is there. Cancelling ends the transfer; what came is kept by the server and not fetched
     * again.
     */
    Flux<PullStep> pull(String model);

    /** Takes it off the disk. */
    void delete(String model);

    /** Gives it another name as well; the two share their bytes. */
    void copy(String model, String name);

    /** Brings it into memory, which takes up to minutes; returns when it is there. */
    void load(String model, ModelOptions options);

    /** Takes it out of memory. */
    void unload(String model);
}
