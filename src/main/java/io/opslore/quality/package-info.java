/**
 * The ruler: how good and how fast search and answers are, measured through the portal's own way
 * and against the bare engine.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "retrieval",
            "ingest",
            "ingest::cli",
            "library",
            "assistant",
            "models",
            "guard",
            "identity",
            "outbound",
            "audit",
            "kit"
        })
package io.opslore.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
