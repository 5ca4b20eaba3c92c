package io.opslore.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of original bytes must do; a subclass for each. */
public abstract class BlobsContract {

    private static final String OF_NOTHING_STORED =
            "4de4aef49ab00e0fcd73b4e10d3e7bad9fcd2d0fa53a2b53cf6f7a2c3f6a6d7d";

    /** An empty store; the same one whenever a test asks again. */
    protected abstract Blobs blobs() throws Exception;

    /** How many files wait in this store's folder. */
    protected abstract int waiting() throws IOException;

    @Test
    void givesBackWhatWasStored() throws Exception {
        byte[] runbook = bytes("# Restart the queue\n");

        String sha256 = store(runbook);

        assertThat(sha256).isEqualTo(Sha256.of(new ByteArrayInputStream(runbook)));
        assertThat(read(sha256)).isEqualTo(runbook);
        assertThat(waiting()).isZero();
    }

    @Test
    void storesAnEmptyFile() throws Exception {
        String sha256 = store(new byte[0]);

        assertThat(read(sha256)).isEmpty();
        assertThat(blobs().held()).containsExactly(new Blobs.Held(sha256, 0));
    }

    @Test
    void whatWasReceivedIsNotThereUntilItIsStored() throws Exception {
        Blobs.Blob blob;
        try (Blobs.Incoming incoming = blobs().receive(stream(bytes("dropped")))) {
            blob = incoming.blob();
        }

        assertThat(blobs().held()).isEmpty();
        assertThatThrownBy(() -> blobs().open(blob.sha256()))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(waiting()).isZero();
    }

    @Test
    void aStreamThatBreaksLeavesNothing() throws Exception {
        var broken =
                new InputStream() {
                    private int left = 100_000;

                    @Override
                    public int read() throws IOException {
                        if (left-- <= 0) {
                            throw new IOException("the browser went away");
                        }
                        return 'x';
                    }
                };

        assertThatThrownBy(() -> blobs().receive(broken)).hasMessage("the browser went away");
        assertThat(blobs().held()).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void theSameBytesAreStoredOnce() throws Exception {
        store(bytes("once"));
        String again = store(bytes("once"));

        assertThat(blobs().held()).containsExactly(new Blobs.Held(again, 4));
    }

    @Test
    void theSameBytesFromManyAtOnceAreWhole() throws Exception {
        byte[] many = random(300_000);
        List<Callable<String>> all = new ArrayList<>();
        for (int each = 0; each < 8; each++) {
            all.add(() -> store(many));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> stored : threads.invokeAll(all)) {
                assertThat(read(stored.get())).isEqualTo(many);
            }
        }
        assertThat(blobs().held()).hasSize(1);
    }

    @Test
    void aLargeFileComesBackAsItWas() throws Exception {
        byte[] large = random(18 << 20);

        assertThat(read(store(large))).isEqualTo(large);
    }

    @Test
    void aStreamMayBeLeftUnread() throws Exception {
        String sha256 = store(random(12 << 20));
        for (int each = 0; each < 60; each++) {
            try (InputStream bytes = blobs().open(sha256)) {
                assertThat(bytes.readNBytes(16)).hasSize(16);
            }
        }
    }

    @Test
    void listsAllThatIsHeldBeyondOnePage() throws Exception {
        int many = 1010;
        for (int each = 0; each < many; each++) {
            store(bytes("runbook " + each));
        }

        assertThat(blobs().held())
                .hasSize(many)
                .allSatisfy(held -> assertThat(held.size()).isBetween(9L, 12L))
                .extracting(Blobs.Held::sha256)
                .doesNotHaveDuplicates();
    }

    @Test
    void deletesWhatIsThereAndWhatIsNot() throws Exception {
        String sha256 = store(bytes("gone soon"));

        blobs().delete(sha256);
        blobs().delete(sha256);
        blobs().delete(OF_NOTHING_STORED);

        assertThat(blobs().held()).isEmpty();
        assertThatThrownBy(() -> blobs().open(sha256)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whatWasDeletedCanBeStoredAgain() throws Exception {
        String sha256 = store(bytes("back"));
        blobs().delete(sha256);

        assertThat(store(bytes("back"))).isEqualTo(sha256);
        assertThat(read(sha256)).isEqualTo(bytes("back"));
    }

    @Test
    void takesNothingButHashesForAddresses() throws Exception {
        for (String wrong : List.of("", "../../etc/passwd", "A".repeat(64), "abc")) {
            assertThatThrownBy(() -> blobs().open(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> blobs().delete(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    protected final String store(byte[] bytes) throws Exception {
        try (Blobs.Incoming incoming = blobs().receive(stream(bytes))) {
            incoming.store();
            return incoming.blob().sha256();
        }
    }

    protected final byte[] read(String sha256) throws Exception {
        try (InputStream bytes = blobs().open(sha256)) {
            return bytes.readAllBytes();
        }
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    protected static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
