package io.opslore.library;

/** What original bytes can be kept in. */
public enum BlobStore {
    /** Files of one folder. */
    FILES,
    /** Objects of an S3 bucket. */
    S3
}
