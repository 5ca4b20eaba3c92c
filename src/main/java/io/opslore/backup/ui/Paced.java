package io.opslore.backup.ui;

import io.opslore.backup.Progress;
import org.jspecify.annotations.Nullable;

/** Passes on no more progress than a person can follow. */
final class Paced implements Progress {

    private static final long PAUSE_NANOS = 200_000_000;

    private final Progress heard;
    private @Nullable Stage last;
    private long lastAt;

    Paced(Progress heard) {
        this.heard = heard;
    }

    @Override
    public synchronized void at(Stage stage, long done, long total) {
        long now = System.nanoTime();
        if (stage != last || now - lastAt > PAUSE_NANOS) {
            last = stage;
            lastAt = now;
            heard.at(stage, done, total);
        }
    }
}
