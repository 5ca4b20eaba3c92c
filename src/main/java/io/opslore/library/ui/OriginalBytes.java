package io.opslore.library.ui;

import io.opslore.library.Revision;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.AbstractResource;

/** A revision's original, as something of which a browser may ask for a part. */
final class OriginalBytes extends AbstractResource {

    private final Revision revision;
    private final Supplier<InputStream> bytes;

    OriginalBytes(Revision revision, Supplier<InputStream> bytes) {
        this.revision = revision;
        this.bytes = bytes;
    }

    @Override
    public InputStream getInputStream() {
        return bytes.get();
    }

    @Override
    public long contentLength() {
        return revision.size();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "original of revision " + revision.id().value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OriginalBytes same && same.revision.equals(revision);
    }

    @Override
    public int hashCode() {
        return revision.hashCode();
    }
}
