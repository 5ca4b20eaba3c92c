/**
 * What a model or an IDE may look up, read-only: each tool in one bounded, masked, audited form,
 * and the MCP server that offers them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "connections",
            "connections::git",
            "connections::mcp",
            "connections::gitea",
            "connections::kubernetes",
            "connections::swarm",
            "connections::loki",
            "connections::logfiles",
            "connections::mcp",
            "retrieval",
            "library",
            "library::ui",
            "guard",
            "identity",
            "audit",
            "upgrades"
        })
package io.opslore.tools;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
