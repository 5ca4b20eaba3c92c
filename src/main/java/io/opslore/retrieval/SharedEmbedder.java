package io.opslore.retrieval;

import io.opslore.replicas.SharedPart;
import io.opslore.retrieval.engine.Embedder;
import org.springframework.stereotype.Component;

/**
 * Portals on one database come with the same embedding model. Which model of the server is chosen
 * instead stands in the database, so that they cannot differ in it; and it may change while they
 * run.
 */
@Component
class SharedEmbedder implements SharedPart {

    private final Embedder builtIn;

    SharedEmbedder(Embedder builtIn) {
        this.builtIn = builtIn;
    }

    @Override
    public String name() {
        return "embedding model";
    }

    @Override
    public boolean canBeShared() {
        return true;
    }

    @Override
    public String mark() {
        return builtIn.model();
    }

    @Override
    public String advice() {
        return "Start the same version of OpsLore for all portals on this database.";
    }
}
