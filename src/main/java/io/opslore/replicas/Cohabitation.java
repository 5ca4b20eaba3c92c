package io.opslore.replicas;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether this portal may work beside those that live on the database already. */
@Component
class Cohabitation {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final PortalRows rows;
    private final ThisPortal self;
    private final ReplicaSettings settings;
    private final List<SharedPart> parts;

    Cohabitation(
            PortalRows rows, ThisPortal self, ReplicaSettings settings, List<SharedPart> parts) {
        this.rows = rows;
        this.self = self;
        this.settings = settings;
        this.parts = List.copyOf(parts);
    }

    /** What this portal has, for others to compare. */
    Map<String, String> marks() {
        return parts.stream().collect(Collectors.toMap(SharedPart::name, SharedPart::mark));
    }

    /**
     * For a portal that has entered already: of two that start at the same moment one goes on.
     * Throws {@link CannotShare} if it may not.
     */
    void require() throws InterruptedException {
        for (Portal other : living()) {
            for (SharedPart part : parts) {
                require(part, other);
            }
        }
    }

    private static void require(SharedPart part, Portal other) {
        String reason = "Another OpsLore on " + other.host() + " works on the same database, and ";
        if (!part.canBeShared()) {
            throw new CannotShare(
                    reason + "this one keeps its " + part.name() + " to itself", part.advice());
        }
        String theirs = other.shared().getOrDefault(part.name(), "");
        if (!theirs.equals(part.mark())) {
            throw new CannotShare(
                    reason + "has another " + part.name() + " than this one", part.advice());
        }
    }

    /** One that was killed a moment ago is still heard of, but says nothing more. */
    private List<Portal> living() throws InterruptedException {
        Map<UUID, Portal> first = heardOf();
        long end = System.nanoTime() + settings.heartbeat().multipliedBy(3).toNanos();
        while (!first.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(LOOK_AGAIN);
            List<Portal> speaking =
                    heardOf().values().stream()
                            .filter(it -> !it.equals(first.getOrDefault(it.id(), it)))
                            .toList();
            if (!speaking.isEmpty()) {
                return speaking;
            }
        }
        return List.of();
    }

    /** The elder ones. The lock on the data folder says that no other has this one's id. */
    private Map<UUID, Portal> heardOf() {
        Map<UUID, Portal> elder = new HashMap<>();
        rows.seenWithin(settings.lostAfter()).stream()
                .takeWhile(portal -> !portal.id().equals(self.id()))
                .forEach(portal -> elder.put(portal.id(), portal));
        return elder;
    }
}
