package io.opslore.library;

import io.opslore.identity.Asker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Where documents go before they are gone: nobody finds them there, those who may write can bring
 * them back until their time is up. Thread-safe.
 */
@Service
public class Bin {

    private final Binning binning;
    private final DocumentRecords documents;
    private final Purging purging;
    private final BlobCleaning blobs;
    private final LibrarySettings settings;
    private final Clock clock;

    Bin(
            Binning binning,
            DocumentRecords documents,
            Purging purging,
            BlobCleaning blobs,
            LibrarySettings settings,
            Clock clock) {
        this.binning = binning;
        this.documents = documents;
        this.purging = purging;
        this.blobs = blobs;
        this.settings = settings;
        this.clock = clock;
    }

    /** For those who may write to its space. Does nothing to a document that is in the bin. */
    public void put(DocumentId id, Asker asker) {
        binning.put(id, asker);
    }

    /** For those who may write to its space. Does nothing to a document that is not in the bin. */
    public void restore(DocumentId id, Asker asker) {
        binning.restore(id, asker);
    }

    /** For those who may write to the space: what is in its bin, the latest first. */
    public List<Document> in(SpaceId space, Asker asker) {
        return binning.in(space, asker);
    }

    /** For everyone: how long a document can be brought back. */
    public Duration retention() {
        return settings.binRetention();
    }

    /** For everyone: when a binned document is purged; {@link Instant#MAX} for any other. */
    public Instant expiresAt(Document document) {
        Binned binned = document.binned();
        return binned == null ? Instant.MAX : binned.at().plus(settings.binRetention());
    }

    /**
     * For admins: removes a document for good, whether it was in the bin or not, with all its
     * revisions, and the bytes that no other document has.
     */
    public void purge(DocumentId id, Asker asker) {
        binning.requirePurge(id, asker);
        purging.purge(id.value(), asker.actor());
        blobs.clean();
    }

    /**
     * For the machinery: purges what has been in the bin for its time, and deletes blobs that an
     * earlier purge could not delete. Several portals may do so at the same time.
     *
     * @return how many documents were purged
     */
    public int purgeExpired() {
        Instant time = clock.instant().minus(settings.binRetention());
        int purged = 0;
        for (UUID id : documents.binnedBefore(time)) {
            purged += purging.purgeIfBinnedBefore(id, time) ? 1 : 0;
        }
        blobs.clean();
        return purged;
    }
}
