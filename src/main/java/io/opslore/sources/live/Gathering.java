package io.opslore.sources.live;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;
import io.opslore.sources.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gathers the documents of one look, within bounds. More than that is refused as a whole: in half
 * of it the other half would look deleted. For one thread.
 */
final class Gathering {

    private static final int MOST = 5_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Instant begun;
    private final long end = System.nanoTime() + LONGEST.toNanos();
    private final Map<String, LiveDocument> documents = new LinkedHashMap<>();
    private long bytes;

    Gathering(Clock clock) {
        begun = clock.instant();
    }

    Instant begun() {
        return begun;
    }

    /**
     * @throws ConnectionFailed for one too many
     */
    void add(LiveDocument document) {
        documents.put(document.path(), document);
        bytes += document.size();
        if (documents.size() > MOST || bytes > MOST_BYTES) {
            throw new ConnectionFailed(
                    Reason.TOO_WIDE,
                    "That would be more than %d documents, or %d MiB."
                            .formatted(MOST, MOST_BYTES >> 20),
                    "Choose less of it, in several sources if need be.");
        }
    }

    /**
     * To be called before each question.
     *
     * @throws ConnectionFailed where it has taken too long already
     */
    void goOn() {
        if (System.nanoTime() - end > 0) {
            throw new ConnectionFailed(
                    Reason.TIMEOUT,
                    "Looking took more than %d minutes.".formatted(LONGEST.toMinutes()),
                    "Choose less of it.");
        }
    }

    /**
     * @param what is looked for, in a word
     * @throws ConnectionFailed where nothing was found: somebody else's server, or a name that is
     *     wrong, looks as if all had been deleted
     */
    void requireSome(String what) {
        if (documents.isEmpty()) {
            throw new ConnectionFailed(
                    Reason.NOT_FOUND,
                    "There are no %s of those that are chosen.".formatted(what),
                    "Check the connection, and what is chosen. Until there are some, its documents"
                            + " stay.");
        }
    }

    /**
     * @param kind of the source
     */
    Snapshot snapshot(String kind) {
        return new LiveSnapshot(kind, begun, documents);
    }
}
