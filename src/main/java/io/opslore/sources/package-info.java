/**
 * What feeds the knowledge base from elsewhere: files of Git repositories, folders and buckets and
 * what live systems are like become documents and follow what changes there.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "health",
            "connections",
            "connections::folder",
            "connections::git",
            "connections::gitea",
            "connections::kubernetes",
            "connections::swarm",
            "connections::loki",
            "connections::logfiles",
            "connections::s3",
            "guard",
            "library",
            "ingest",
            "identity",
            "audit",
            "kit"
        })
package io.opslore.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
