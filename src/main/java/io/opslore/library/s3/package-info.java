/** Original bytes in an S3 bucket; here a client of the SDK is made. */
@NullMarked
@NamedInterface("s3")
package io.opslore.library.s3;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
