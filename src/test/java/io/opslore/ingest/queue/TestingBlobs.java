package io.opslore.ingest.queue;

import io.opslore.library.Blobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
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
    public Blob put(InputStream bytes) throws IOException {
        byte[] all = bytes.readAllBytes();
        String hash = sha256(all);
        blobs.put(hash, all);
        return new Blob(hash, all.length);
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
                .map(blob -> new Held(blob.getKey(), blob.getValue().length, Instant.EPOCH))
                .toList();
    }

    @Override
    public void delete(String sha256) {
        blobs.remove(sha256);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
