package io.opslore.connections.swarm;

import io.opslore.connections.Connection;
import io.opslore.guard.MaskScope;
import io.opslore.guard.Masking;
import org.springframework.stereotype.Service;

/** Opens swarms to be looked into. Thread-safe. */
@Service
public class Swarms {

    /** Of connections to swarms. */
    public static final String KIND = "swarm";

    private final Engines engines;
    private final Masking masking;

    Swarms(Engines engines, Masking masking) {
        this.engines = engines;
        this.masking = masking;
    }

    /** For one piece of work; to be closed. */
    public Swarm open(Connection connection) {
        return new Swarm(
                engines.at(connection),
                new Hidden(masking, MaskScope.space(connection.space().value())));
    }
}
