/** Tools over the Model Context Protocol. */
@NullMarked
package io.opslore.tools.mcp;

import org.jspecify.annotations.NullMarked;
