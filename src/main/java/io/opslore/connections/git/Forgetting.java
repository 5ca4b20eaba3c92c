package io.opslore.connections.git;

import io.opslore.connections.Connection;
import io.opslore.connections.ConnectionChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Deletes mirrors of what is connected no longer, or otherwise. */
@Component
class Forgetting {

    private final Mirrors mirrors;

    Forgetting(Mirrors mirrors) {
        this.mirrors = mirrors;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onChange(ConnectionChanged change) {
        Connection before = change.before();
        Connection after = change.after();
        if (before != null && (after == null || !before.settings().equals(after.settings()))) {
            mirrors.forget(change.id());
        }
    }
}
