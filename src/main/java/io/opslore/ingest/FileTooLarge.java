package io.opslore.ingest;

import io.opslore.kit.CountingInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file has more bytes than the portal takes; nothing of it was kept. */
public class FileTooLarge extends IOException {

    private final long limit;

    /** The same bytes, which end with this where there are more. */
    static InputStream beyond(long limit, InputStream bytes) {
        return new CountingInputStream(
                bytes,
                (more, count) -> {
                    if (count > limit) {
                        throw new FileTooLarge(limit);
                    }
                });
    }

    public FileTooLarge(long limit) {
        super("The file has more than " + limit + " bytes");
        this.limit = limit;
    }

    /** The most bytes that would have been taken. */
    public long limit() {
        return limit;
    }
}
