/** The embedded engine: Lucene in the data folder. No Lucene type leaves this package. */
@NullMarked
package io.opslore.retrieval.lucene;

import org.jspecify.annotations.NullMarked;
