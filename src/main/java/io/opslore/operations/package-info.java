/**
 * What keeps the portal running: the embedded database, the data folder, start and stop, and
 * whether the stores agree.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "outbound",
            "health",
            "guard",
            "identity",
            "audit",
            "library",
            "ingest",
            "ingest::cli",
            "kit",
            "replicas"
        })
package io.opslore.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
