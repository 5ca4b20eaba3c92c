package io.opslore.ingest;

import java.io.IOException;

/** A file has more bytes than the portal takes; nothing of it was kept. */
public class FileTooLarge extends IOException {

    private final long limit;

    public FileTooLarge(long limit) {
        super("The file has more than " + limit + " bytes");
        this.limit = limit;
    }

    /** The most bytes that would have been taken. */
    public long limit() {
        return limit;
    }
}
