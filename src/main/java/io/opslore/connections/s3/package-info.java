/** Buckets of S3 servers; nothing but listing and reading objects is ever sent. */
@NullMarked
@NamedInterface("s3")
package io.opslore.connections.s3;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
