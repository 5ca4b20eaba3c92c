/** Turns uploads into searchable revisions: extraction, the durable queue, progress. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "health",
            "library",
            "library::ui",
            "retrieval",
            "guard",
            "guard::ui",
            "identity",
            "outbound",
            "audit",
            "kit",
            "replicas"
        })
package io.opslore.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
