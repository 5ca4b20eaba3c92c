package io.opslore.connections.logfiles;

/** How much one question may read of log files. Not thread-safe. */
final class LineBudget {

    private long left = 64L << 20;

    void spend(long bytes) {
        left -= bytes;
    }

    long left() {
        return Math.max(0, left);
    }

    boolean isSpent() {
        return left <= 0;
    }
}
