/** Answers programs that have reached a limit. */
@NullMarked
package io.opslore.guard.api;

import org.jspecify.annotations.NullMarked;
