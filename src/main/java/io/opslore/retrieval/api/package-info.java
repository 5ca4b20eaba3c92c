/** The search over HTTP; signed in by token. */
@NullMarked
package io.opslore.retrieval.api;

import org.jspecify.annotations.NullMarked;
