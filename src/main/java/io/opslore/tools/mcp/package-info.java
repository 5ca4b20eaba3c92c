/** Tools over the Model Context Protocol. */
@NullMarked
@NamedInterface("mcp")
package io.opslore.tools.mcp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
