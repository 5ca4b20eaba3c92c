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
            List<SharedPart> apart = parts.stream().filter(part -> isApart(part, other)).toList();
            if (!apart.isEmpty()) {
                throw refusal(apart, other);
            }
        }
    }

    private static boolean isApart(SharedPart part, Portal other) {
        String theirs = other.shared().getOrDefault(part.name(), "");
        return !part.canBeShared() || !theirs.equals(part.mark());
    }

    private static CannotShare refusal(List<SharedPart> apart, Portal other) {
        String each =
                apart.stream()
                        .map(part ->
                                part.canBeShared()
                                        ? "has another " + part.name()
                                        : "keeps its " + part.name() + " to itself")
                        .collect(Collectors.joining(", "));
        return new CannotShare(
                "Another OpsLore on %s works on the same database, and this one %s"
                        .formatted(other.host(), each),
                apart.stream().map(SharedPart::advice).collect(Collectors.joining("\n")));
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
