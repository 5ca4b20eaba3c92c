/** How Git servers tell of pushes. */
@NullMarked
package io.opslore.sources.api;

import org.jspecify.annotations.NullMarked;
