/** A program for containers that have no other: asks the portal beside it whether it is ready. */
@NullMarked
package io.opslore.operations.probe;

import org.jspecify.annotations.NullMarked;
