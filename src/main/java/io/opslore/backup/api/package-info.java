/** Backups over HTTP, for the command line. */
@NullMarked
package io.opslore.backup.api;

import org.jspecify.annotations.NullMarked;
