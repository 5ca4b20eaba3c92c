/** Where backup files lie: a folder of this machine, or a bucket. */
@NullMarked
package io.opslore.backup.place;

import org.jspecify.annotations.NullMarked;
