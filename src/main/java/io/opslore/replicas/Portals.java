package io.opslore.replicas;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The portals that live on this database. Thread-safe. */
@Service
public class Portals {

    private final PortalRows rows;
    private final ThisPortal self;
    private final ReplicaSettings settings;

    Portals(PortalRows rows, ThisPortal self, ReplicaSettings settings) {
        this.rows = rows;
        this.self = self;
        this.settings = settings;
    }

    /** Those heard of lately, the eldest first; also one that was killed a moment ago. */
    public List<Portal> heardOf() {
        return rows.seenWithin(settings.lostAfter());
    }

    /** Whether it is the one that answers here. */
    public boolean isThis(Portal portal) {
        return portal.id().equals(self.id());
    }

    /** All but this one, which are heard of. */
    public Set<UUID> others() {
        Set<UUID> others = new HashSet<>();
        heardOf().forEach(portal -> others.add(portal.id()));
        others.remove(self.id());
        return others;
    }
}
