package io.opslore.ingest;

import io.opslore.guard.HeldBytes;
import io.opslore.identity.AccountId;
import io.opslore.library.Revisions;
import org.springframework.stereotype.Component;

/**
 * What people have uploaded and is not purged. An older revision that was brought back is not
 * counted again: its bytes count for who sent them.
 */
@Component
class UploadedBytes implements HeldBytes {

    private final Revisions revisions;

    UploadedBytes(Revisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public long of(AccountId account) {
        return revisions.bytesOf(account, Intake.UPLOAD);
    }
}
