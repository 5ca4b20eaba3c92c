package io.opslore.ingest.queue;

import io.opslore.library.Blobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Blobs in memory, whose store can be out of reach for a while. */
class TestingBlobs implements Blobs {

    final AtomicInteger faultsToCome = new AtomicInteger();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

    @Override
    public Incoming receive(InputStream bytes) throws IOException {
        byte[] all = bytes.readAllBytes();
        var blob = new Blob(sha256(all), all.length);
        return new Incoming() {
            @Override
            public Blob blob() {
                return blob;
            }

            @Override
            public void store() {
                blobs.put(blob.sha256(), all);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void delete(String sha256) {
        blobs.remove(sha256);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        if (faultsToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IOException("The blob store cannot be reached");
        }
        return new ByteArrayInputStream(blobs.get(sha256));
    }

    @Override
    public List<Held> held() {
        return blobs.entrySet().stream()
                .map(blob -> new Held(blob.getKey(), blob.getValue().length))
                .toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
