package io.opslore.sources.live;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionField;
import io.opslore.connections.swarm.Swarm;
import io.opslore.connections.swarm.SwarmService;
import io.opslore.connections.swarm.SwarmStack;
import io.opslore.connections.swarm.Swarms;
import io.opslore.sources.Snapshot;
import io.opslore.sources.Source;
import io.opslore.sources.SourceKind;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Stacks of a swarm: the compose file rebuilt from what runs, and how the last change of each
 * service went. Thread-safe.
 */
@Component
class SwarmStacks implements SourceKind {

    private static final String STACKS = "stacks";

    private final Swarms swarms;
    private final Clock clock;

    SwarmStacks(Swarms swarms, Clock clock) {
        this.swarms = swarms;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "swarm";
    }

    @Override
    public Set<String> connections() {
        return Set.of(Swarms.KIND);
    }

    @Override
    public List<ConnectionField> options(String connection) {
        return List.of(ConnectionField.lines(STACKS).optional());
    }

    @Override
    public boolean hasFiles() {
        return false;
    }

    @Override
    public void check(Source source, Connection connection) {
        NameChoice.of(source.rules().option(STACKS));
    }

    @Override
    public Snapshot take(Source source, Connection connection) {
        NameChoice wanted = NameChoice.of(source.rules().option(STACKS));
        var gathering = new Gathering(clock);
        try (Swarm swarm = swarms.open(connection)) {
            for (SwarmStack stack : swarm.stacks()) {
                if (!stack.name().isEmpty() && wanted.takes(stack.name())) {
                    add(swarm, stack.name(), gathering);
                }
            }
        }
        gathering.requireSome("stacks");
        return gathering.snapshot(key());
    }

    private static void add(Swarm swarm, String stack, Gathering gathering) {
        gathering.goOn();
        String folder = Told.segment(stack);
        gathering.add(LiveDocument.of(folder + "/docker-compose.yml", "", swarm.compose(stack)));
        var page = new StackPage(stack);
        for (SwarmService service : swarm.services(stack)) {
            gathering.goOn();
            page.add(swarm.rollout(service.name()));
        }
        gathering.add(LiveDocument.of(folder + "/services.md", "", page.text()));
    }
}
