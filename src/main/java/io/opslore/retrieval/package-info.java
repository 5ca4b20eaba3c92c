/**
 * Finds passages: chunks and embeds revisions, keeps the index, searches within a reader's scope.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "health",
            "library",
            "library::ui",
            "models",
            "guard",
            "identity",
            "audit",
            "kit",
            "replicas"
        })
package io.opslore.retrieval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
