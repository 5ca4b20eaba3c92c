package io.opslore.identity;

import io.opslore.replicas.SharedPart;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Portals on one database open each other's sealed secrets. */
@Component
class SharedKey implements SharedPart {

    private final KeyedHashes hashes;

    SharedKey(KeyedHashes hashes) {
        this.hashes = hashes;
    }

    @Override
    public String name() {
        return "secret key";
    }

    @Override
    public boolean canBeShared() {
        return true;
    }

    /** Says whether two keys are the same, and nothing else about them. */
    @Override
    public String mark() {
        return HexFormat.of().formatHex(hashes.of("replicas", "mark"));
    }

    @Override
    public String advice() {
        return "Set the same OPSLORE_IDENTITY_SECRETKEY for all portals on this database; that of the"
                + " first one is in its secret.key.";
    }
}
