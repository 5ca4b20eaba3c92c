package io.opslore.library;

import io.opslore.identity.Asker;
import io.opslore.identity.NeedsPermission;
import io.opslore.identity.Permission;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Brings all original bytes from one store to the other. May be ended at any moment and begun
 * again: what has arrived is read and compared there, not sent again. While it runs nothing else
 * may store or delete.
 */
@Service
public class BlobMoving {

    private final BlobStores stores;
    private final ApplicationEventPublisher events;

    BlobMoving(BlobStores stores, ApplicationEventPublisher events) {
        this.stores = stores;
        this.events = events;
    }

    /** Where a store is, for people. */
    public String place(BlobStore store) {
        return stores.place(store);
    }

    /** For admins: what a move would have to do. */
    @NeedsPermission(Permission.STORE_VERIFY)
    public Plan plan(BlobStore to, Asker asker) throws IOException {
        try (var pair = Pair.open(stores, to)) {
            return pair.plan();
        }
    }

    /**
     * For admins: every blob is at the target when it returns, read there and found to be what its
     * address says, but for those that it names.
     *
     * @param deleteSource whether to delete from the old store what was found whole in the new one
     */
    @NeedsPermission(Permission.STORE_VERIFY)
    public Moved move(BlobStore to, boolean deleteSource, Progress progress, Asker asker)
            throws IOException {
        try (var pair = Pair.open(stores, to)) {
            Moved moved = pair.move(deleteSource, progress);
            events.publishEvent(new BlobsMoved(to, deleteSource, moved, asker));
            return moved;
        }
    }

    /** Hears how far it is. */
    public interface Progress {
        void at(int done, int total);
    }

    /**
     * @param blobs in the old store
     * @param bytes of them
     * @param toSend how many are not in the new one
     */
    public record Plan(int blobs, long bytes, int toSend) {}

    /**
     * @param sent how many were brought over
     * @param there how many had arrived before
     * @param deleted how many left the old store
     * @param damaged those whose bytes in the old store are not what their address says
     */
    public record Moved(int sent, int there, int deleted, List<String> damaged) {

        public Moved {
            damaged = List.copyOf(damaged);
        }
    }

    /** The old store and the new one, opened for the time of the move. */
    private record Pair(Blobs source, Blobs target) implements AutoCloseable {

        static Pair open(BlobStores stores, BlobStore to) {
            BlobStore from = to == BlobStore.S3 ? BlobStore.FILES : BlobStore.S3;
            return new Pair(stores.open(from), stores.open(to));
        }

        Plan plan() throws IOException {
            Map<String, Long> there = sizes(target);
            List<Blobs.Held> held = source.held();
            long bytes = held.stream().mapToLong(Blobs.Held::size).sum();
            long toSend =
                    held.stream()
                            .filter(blob ->
                                    !there.containsKey(blob.sha256())
                                            || there.get(blob.sha256()) != blob.size())
                            .count();
            return new Plan(held.size(), bytes, (int) toSend);
        }

        Moved move(boolean deleteSource, Progress progress) throws IOException {
            Set<String> there = sizes(target).keySet();
            List<Blobs.Held> all = source.held();
            var damaged = new HashSet<String>();
            int sent = 0;
            int done = 0;
            for (Blobs.Held blob : all) {
                String sha256 = blob.sha256();
                if (!there.contains(sha256) || !isWhole(target, sha256)) {
                    if (send(sha256)) {
                        sent++;
                    } else {
                        damaged.add(sha256);
                    }
                }
                progress.at(++done, all.size());
            }
            int deleted = deleteSource ? delete(all, damaged) : 0;
            int before = all.size() - sent - damaged.size();
            return new Moved(sent, before, deleted, damaged.stream().sorted().toList());
        }

        /** False if the old store does not hold what the address says; then nothing is sent. */
        private boolean send(String sha256) throws IOException {
            try (var bytes = source.open(sha256);
                    Blobs.Incoming incoming = target.receive(bytes)) {
                if (!incoming.blob().sha256().equals(sha256)) {
                    return false;
                }
                // Whatever else lies there under this name is not these bytes.
                target.delete(sha256);
                incoming.store();
            }
            if (!isWhole(target, sha256)) {
                throw new IOException("The new store gives back other bytes for " + sha256);
            }
            return true;
        }

        private int delete(List<Blobs.Held> all, Set<String> damaged) throws IOException {
            int deleted = 0;
            for (Blobs.Held blob : all) {
                if (!damaged.contains(blob.sha256())) {
                    source.delete(blob.sha256());
                    deleted++;
                }
            }
            return deleted;
        }

        private static boolean isWhole(Blobs store, String sha256) throws IOException {
            try (var bytes = store.open(sha256)) {
                return Sha256.of(bytes).equals(sha256);
            }
        }

        private static Map<String, Long> sizes(Blobs store) throws IOException {
            Map<String, Long> sizes = new HashMap<>();
            store.held().forEach(held -> sizes.put(held.sha256(), held.size()));
            return sizes;
        }

        @Override
        public void close() throws IOException {
            for (Blobs store : List.of(source, target)) {
                if (store instanceof AutoCloseable open) {
                    try {
                        open.close();
                    } catch (Exception e) {
                        throw new IOException("A store does not close", e);
                    }
                }
            }
        }
    }
}
