/** The ports of this room: what it needs of a search engine and of an embedding model. */
@NullMarked
package io.opslore.retrieval.engine;

import org.jspecify.annotations.NullMarked;
