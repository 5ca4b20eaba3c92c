/** What a person typed into the search field, taken apart. Pure: no store, no engine. */
@NullMarked
package io.opslore.retrieval.query;

import org.jspecify.annotations.NullMarked;
