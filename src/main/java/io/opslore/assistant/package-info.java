/**
 * Answers questions from passages, with citations that hold: conversations, prompt, gate, ledger.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "retrieval",
            "models",
            "tools",
            "tools::analysis",
            "connections",
            "library",
            "library::ui",
            "guard",
            "guard::ui",
            "identity",
            "audit",
            "kit",
            "replicas"
        })
package io.opslore.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
