/** From bytes of any kind to text with structure. Knows nothing of the queue. */
@NullMarked
package io.opslore.ingest.extract;

import org.jspecify.annotations.NullMarked;
