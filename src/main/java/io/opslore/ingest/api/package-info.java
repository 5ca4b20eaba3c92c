/** Ingest over HTTP, for the command line and for scripts; signed in by token. */
@NullMarked
package io.opslore.ingest.api;

import org.jspecify.annotations.NullMarked;
