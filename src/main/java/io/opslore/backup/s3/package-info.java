/** Backup files as objects of a bucket. */
@NullMarked
package io.opslore.backup.s3;

import org.jspecify.annotations.NullMarked;
