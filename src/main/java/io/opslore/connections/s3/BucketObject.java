package io.opslore.connections.s3;

import java.time.Instant;

/**
 * An object of a bucket.
 *
 * @param path its key without the connection's prefix
 * @param tag another one for other bytes
 * @param readable whether it can be read now, and need not be brought back from an archive first
 */
public record BucketObject(
        String path, String tag, long bytes, Instant modified, boolean readable) {}
