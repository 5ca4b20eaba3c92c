/** Reads ZIP and TAR archives from strangers: entry by entry, within limits, and never a link. */
@NullMarked
package io.opslore.ingest.archive;

import org.jspecify.annotations.NullMarked;
