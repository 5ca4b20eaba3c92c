/**
 * MCP servers that run without a portal: the tools of one server alone, over HTTP or on a pipe, in
 * a process that has no database, no screens and no rights but its own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "tools",
            "tools::mcp",
            "connections",
            "connections::mcp",
            "guard",
            "identity",
            "outbound",
            "audit"
        })
package io.opslore.standalone;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
