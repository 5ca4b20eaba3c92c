/** Original bytes in an S3 bucket; the only package that knows the SDK. */
@NullMarked
package io.opslore.library.s3;

import org.jspecify.annotations.NullMarked;
