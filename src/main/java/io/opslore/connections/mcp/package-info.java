/**
 * Servers of the Model Context Protocol, as far as their tools go: what they offer, and one call at
 * a time. What they say is data of strangers, bounded before it is read.
 */
@NullMarked
@NamedInterface("mcp")
package io.opslore.connections.mcp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
