package io.opslore.assistant;

import io.opslore.identity.Asker;
import io.opslore.library.RevisionId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps an answer that is being followed from quoting what its asker may no longer open. Snapshots
 * come many times a second, so what is known of a source is believed for a moment. Not thread-safe.
 */
final class OpenSnapshots {

    private static final Duration BELIEVED = Duration.ofSeconds(1);

    private final AnswerHistory history;
    private final Asker asker;
    private final Map<RevisionId, Boolean> known = new HashMap<>();
    private long asked;

    OpenSnapshots(AnswerHistory history, Asker asker) {
        this.history = history;
        this.asker = asker;
    }

    Answer of(Answer snapshot) {
        if (snapshot.outcome().isFinal()) {
            return history.asOpen(snapshot, asker);
        }
        List<RevisionId> cited =
                snapshot.citations().stream().map(Citation::revision).distinct().toList();
        boolean old = System.nanoTime() - asked > BELIEVED.toNanos();
        if (!cited.isEmpty() && (old || !known.keySet().containsAll(cited))) {
            known.clear();
            cited.forEach(revision -> known.put(revision, false));
            history.asOpen(snapshot, asker).citations().stream()
                    .filter(citation -> !citation.isClosed())
                    .forEach(citation -> known.put(citation.revision(), true));
            asked = System.nanoTime();
        }
        return Answers.citing(
                snapshot,
                snapshot.citations().stream()
                        .map(one -> known.getOrDefault(one.revision(), false) ? one : one.closed())
                        .toList());
    }
}
