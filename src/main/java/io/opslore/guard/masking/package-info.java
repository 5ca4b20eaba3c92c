/** How secrets are found in texts, without a database and without Spring: what they look like. */
@NullMarked
package io.opslore.guard.masking;

import org.jspecify.annotations.NullMarked;
