package io.opslore.guard;

import java.util.Arrays;
import java.util.Optional;

/** One thing that people may use only so much of. Stored by {@link #key}. */
public enum Limit {
    /** Questions in any 60 seconds. */
    REQUESTS_PER_MINUTE("requests-per-minute", Unit.COUNT, 0, 10_000),
    /** Questions that are being answered at the same time. */
    CONCURRENT_REQUESTS("concurrent-requests", Unit.COUNT, 0, 1_000),
    /** Tokens of prompts and answers in a day of UTC. */
    TOKENS_PER_DAY("tokens-per-day", Unit.COUNT, 0, 1_000_000_000_000L),
    /** Tokens of prompts and answers in a month of UTC. */
    TOKENS_PER_MONTH("tokens-per-month", Unit.COUNT, 0, 1_000_000_000_000L),
    /** The window that a model is asked with. */
    CONTEXT_TOKENS("context-tokens", Unit.COUNT, 1_024, 10_000_000),
    /** One file. */
    UPLOAD_BYTES("upload-bytes", Unit.BYTES, 0, 1L << 40),
    /** All revisions that the person has uploaded and that are not purged. */
    STORAGE_BYTES("storage-bytes", Unit.BYTES, 0, 1L << 50);

    private final String key;
    private final Unit unit;
    private final long least;
    private final long most;

    Limit(String key, Unit unit, long least, long most) {
        this.key = key;
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    public String key() {
        return key;
    }

    public Unit unit() {
        return unit;
    }

    /** The smallest value that makes sense. */
    public long least() {
        return least;
    }

    /** The largest value that can be set; beyond it is no limit. */
    public long most() {
        return most;
    }

    /** The limit with this key; empty for one that an older or newer portal knew. */
    static Optional<Limit> of(String key) {
        return Arrays.stream(values()).filter(limit -> limit.key.equals(key)).findFirst();
    }

    /** What is counted. */
    public enum Unit {
        COUNT,
        BYTES
    }
}
