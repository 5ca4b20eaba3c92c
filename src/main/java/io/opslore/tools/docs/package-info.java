/** The knowledge base as tools: search, read, list. */
@NullMarked
package io.opslore.tools.docs;

import org.jspecify.annotations.NullMarked;
