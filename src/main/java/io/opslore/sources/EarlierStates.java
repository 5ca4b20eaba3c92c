package io.opslore.sources;

import io.opslore.ingest.FollowedFiles;
import io.opslore.library.DocumentKey;
import io.opslore.library.Stored;
import io.opslore.sources.Snapshot.Earlier;
import io.opslore.sources.Snapshot.File;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Brings in what files were like between two syncs of one source: each state is a revision of its
 * own, before that of now. For one run.
 *
 * @param since the version that was reached last; empty for none, when there is nothing between
 */
record EarlierStates(
        Source source, SyncRows.Run run, Snapshot snapshot, String since, Doing.Rooms rooms) {

    /** Whether the document was made by that. */
    boolean store(File file, String place) throws IOException {
        boolean isNew = false;
        if (!since.isEmpty()) {
            long most = rooms.followed().mostBytes();
            for (Earlier earlier : snapshot.earlier(file, since, most)) {
                isNew |= store(earlier, file, source.key(place));
            }
        }
        return isNew;
    }

    private boolean store(Earlier earlier, File file, DocumentKey key) throws IOException {
        FollowedFiles followed = rooms.followed();
        String origin = earlier.provenance().origin();
        byte[] bytes = earlier.bytes().get();
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, FollowedFiles.head()));
        // After a crash it may be here.
        if (followed.kind(head, file.name()).isEmpty()
                || followed.holds(key, origin, source.owner())) {
            return false;
        }
        return followed.accept(
                        key,
                        new ByteArrayInputStream(bytes),
                        earlier.provenance(),
                        kept -> rooms.syncs().require(run),
                        source.owner())
                instanceof Stored.Added;
    }
}
