package io.opslore.ingest;

import io.opslore.identity.Asker;
import io.opslore.ingest.queue.IngestStates;
import io.opslore.ingest.queue.ProgressBoard;
import io.opslore.library.Grants;
import io.opslore.library.NotFound;
import io.opslore.library.ReadScope;
import io.opslore.library.SpaceId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Tells where documents stand: once on request, then by push. Thread-safe. */
@Service
public class IngestFeed {

    private static final Duration TRUSTED = Duration.ofSeconds(3);

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
        ReadScope scope = grants.readable(asker);
        return states.newest(space).stream()
                .filter(progress -> scope.covers(space, progress.document()))
                .toList();
    }

    /**
     * For readers of the space: calls the listener on some background thread with every change from
     * now on. A listener that throws is dropped, and so is one whose asker may not read the space
     * any more, some seconds after that came about.
     *
     * @return ends the subscription when run; may be run twice
     */
    public Runnable subscribe(SpaceId space, Asker asker, Consumer<IngestProgress> listener) {
        grants.requireRead(space, asker);
        return board.subscribe(space, new Checked(space, asker, listener));
    }

    /** Called on one thread, one after the other. */
    private final class Checked implements Consumer<IngestProgress> {

        private final SpaceId space;
        private final Asker asker;
        private final Consumer<IngestProgress> listener;
        private ReadScope scope;
        private long checked = System.nanoTime();

        private Checked(SpaceId space, Asker asker, Consumer<IngestProgress> listener) {
            this.space = space;
            this.asker = asker;
            this.listener = listener;
            this.scope = grants.readable(asker);
        }

        /**
         * @throws NotFound for somebody who lost access; ends the subscription
         */
        @Override
        public void accept(IngestProgress progress) {
            long now = System.nanoTime();
            if (now - checked > TRUSTED.toNanos()) {
                grants.requireRead(space, asker);
                scope = grants.readable(asker);
                checked = now;
            }
            if (scope.covers(space, progress.document())) {
                listener.accept(progress);
            }
        }
    }
}
