/** Keeps batches, so that they outlive the page, and unpacks archives behind them. */
@NullMarked
package io.opslore.ingest.batch;

import org.jspecify.annotations.NullMarked;
