package io.opslore.library;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A blob to be deleted unless a revision refers to it by then. */
@Entity
@Table(name = "blob_removal")
class BlobRemovalEntity {

    @Id String sha256;
    Instant noticedAt;
}
