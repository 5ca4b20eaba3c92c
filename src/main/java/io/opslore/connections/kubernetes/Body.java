package io.opslore.connections.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What of an answer is kept while it arrives. Thread-safe. */
final class Body {

    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean full;
    private @Nullable AsyncBody source;

    Body(int most) {
        this.most = most;
    }

    /** Asks for the bytes. */
    void begin(AsyncBody body) {
        synchronized (this) {
            source = body;
        }
        body.done()
                .whenComplete((nothing, failure) -> {
                    if (failure == null) {
                        ended.complete(null);
                    } else {
                        ended.completeExceptionally(failure);
                    }
                });
        body.consume();
    }

    /** Called by the transport with the next of them. */
    void take(List<ByteBuffer> buffers, AsyncBody body) {
        for (ByteBuffer buffer : buffers) {
            keep(buffer);
        }
        if (full()) {
            ended.complete(null);
            body.cancel();
        } else {
            body.consume();
        }
    }

    private synchronized void keep(ByteBuffer buffer) {
        int room = most - kept.size();
        full |= buffer.remaining() > room;
        byte[] some = new byte[Math.min(room, buffer.remaining())];
        buffer.get(some);
        kept.writeBytes(some);
    }

    CompletableFuture<Void> ended() {
        return ended;
    }

    synchronized byte[] bytes() {
        return kept.toByteArray();
    }

    /** Whether there was more than is kept. */
    synchronized boolean full() {
        return full;
    }

    synchronized void cancel() {
        if (source != null) {
            source.cancel();
        }
    }
}
