/** Documents over HTTP, to read; signed in by token. */
@NullMarked
package io.opslore.library.api;

import org.jspecify.annotations.NullMarked;
