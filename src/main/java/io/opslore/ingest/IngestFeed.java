package io.opslore.ingest;

import io.opslore.identity.Asker;
import io.opslore.ingest.queue.IngestStates;
import io.opslore.ingest.queue.ProgressBoard;
import io.opslore.library.Grants;
import io.opslore.library.SpaceId;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Tells where documents stand: once on request, then by push. Thread-safe. */
@Service
public class IngestFeed {

    private final IngestStates states;
    private final ProgressBoard board;
    private final Grants grants;

    IngestFeed(IngestStates states, ProgressBoard board, Grants grants) {
        this.states = states;
        this.board = board;
        this.grants = grants;
    }

    /**
     * For readers of the space: the state of each document's newest revision, the latest change
     * first.
     */
    public List<IngestProgress> states(SpaceId space, Asker asker) {
        grants.requireRead(space, asker);
        return states.newest(space);
    }

    /**
     * For readers of the space: calls the listener on some background thread with every change from
     * now on. A listener that throws is dropped.
     *
     * @return ends the subscription when run; may be run twice
     */
    public Runnable subscribe(SpaceId space, Asker asker, Consumer<IngestProgress> listener) {
        grants.requireRead(space, asker);
        return board.subscribe(space, listener);
    }
}
