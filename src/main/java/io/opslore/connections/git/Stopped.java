package io.opslore.connections.git;

import io.opslore.connections.ConnectionFailed;
import io.opslore.connections.ConnectionFailed.Reason;

/** Ends long work that nobody waits for any more. */
final class Stopped {

    private Stopped() {}

    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ConnectionFailed(Reason.TIMEOUT, "The call was cancelled.", "Call again.");
        }
    }
}
