/** The durable queue: which step of which revision is due, what became of it, who is told. */
@NullMarked
package io.opslore.ingest.queue;

import org.jspecify.annotations.NullMarked;
