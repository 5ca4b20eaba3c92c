/**
 * A program for containers that have no other: asks the portal beside it whether it is ready. It
 * leads to its own machine and nowhere else.
 */
@NullMarked
package io.opslore.outbound.probe;

import org.jspecify.annotations.NullMarked;
