/** Operations over HTTP, for the command line and for machines. */
@NullMarked
package io.opslore.operations.api;

import org.jspecify.annotations.NullMarked;
