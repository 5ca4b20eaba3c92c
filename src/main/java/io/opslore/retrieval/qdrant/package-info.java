/**
 * The engine of large installations: a Qdrant server. No type of its client leaves this package.
 */
@NullMarked
package io.opslore.retrieval.qdrant;

import org.jspecify.annotations.NullMarked;
