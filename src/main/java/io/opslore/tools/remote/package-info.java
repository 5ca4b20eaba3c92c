/**
 * Tools of other MCP servers, called like the portal's own: as the asker, bounded, masked, on
 * record.
 */
@NullMarked
package io.opslore.tools.remote;

import org.jspecify.annotations.NullMarked;
