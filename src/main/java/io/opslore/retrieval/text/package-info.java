/** Cuts revisions into chunks and windows, and texts into words. Pure: no store, no engine. */
@NullMarked
package io.opslore.retrieval.text;

import org.jspecify.annotations.NullMarked;
