package io.opslore.ingest.archive;

import io.opslore.ingest.BatchItem.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers what came out of an archive. */
class TestingEntries implements Entries {

    final Map<String, Long> files = new LinkedHashMap<>();
    final Map<String, Reason> passedOver = new LinkedHashMap<>();
    int most = Integer.MAX_VALUE;

    @Override
    public boolean goOn() {
        return files.size() < most;
    }

    @Override
    public void file(String path, InputStream bytes) throws IOException {
        files.put(path, bytes.transferTo(java.io.OutputStream.nullOutputStream()));
    }

    @Override
    public void passedOver(String path, Reason reason, String detail) {
        passedOver.put(path, reason);
    }
}
