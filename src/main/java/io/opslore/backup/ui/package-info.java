/** Backups as admins see them. */
@NullMarked
package io.opslore.backup.ui;

import org.jspecify.annotations.NullMarked;
