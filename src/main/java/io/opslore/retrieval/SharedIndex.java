package io.opslore.retrieval;

import io.opslore.replicas.SharedPart;
import io.opslore.retrieval.qdrant.QdrantSettings;
import org.springframework.stereotype.Component;

/** Portals on one database search one index: the embedded one is a folder of its own portal. */
@Component
class SharedIndex implements SharedPart {

    private final IndexChoice choice;
    private final QdrantSettings qdrant;

    SharedIndex(IndexChoice choice, QdrantSettings qdrant) {
        this.choice = choice;
        this.qdrant = qdrant;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public boolean canBeShared() {
        return choice.index() == IndexChoice.Engine.QDRANT;
    }

    /** Not the address: the same server may have a name for each network. */
    @Override
    public String mark() {
        return switch (choice.index()) {
            case LUCENE -> "lucene";
            case QDRANT -> "qdrant:" + qdrant.prefix();
        };
    }

    @Override
    public String advice() {
        return "Set opslore.index=qdrant and the same opslore.qdrant.prefix on one server for all portals on this database, or"
                + " give each its own database.";
    }
}
