package io.opslore.retrieval;

import io.opslore.replicas.SharedPart;
import org.springframework.stereotype.Component;

/** Portals on one database search one index: the embedded one is a folder of its own portal. */
@Component
class SharedIndex implements SharedPart {

    @Override
    public String name() {
        return "index";
    }

    @Override
    public boolean canBeShared() {
        return false;
    }

    @Override
    public String mark() {
        return "lucene";
    }

    @Override
    public String advice() {
        return "Set opslore.index=qdrant and the same server for all portals on this database, or"
                + " give each its own database.";
    }
}
