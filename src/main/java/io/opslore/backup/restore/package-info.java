/** A backup becomes a portal again. */
@NullMarked
package io.opslore.backup.restore;

import org.jspecify.annotations.NullMarked;
