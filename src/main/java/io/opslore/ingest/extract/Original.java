package io.opslore.ingest.extract;

import java.io.IOException;
import java.io.InputStream;

/** Opens the original bytes, as often as wanted; the caller closes the stream. */
@FunctionalInterface
public interface Original {

    InputStream open() throws IOException;
}
