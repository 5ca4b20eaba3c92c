/**
 * What feeds the knowledge base from elsewhere: files of Git repositories become documents and
 * follow what is pushed.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "connections",
            "connections::git",
            "connections::gitea",
            "library",
            "ingest",
            "identity",
            "audit",
            "kit"
        })
package io.opslore.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
