/**
 * The truth about documents: spaces, documents, immutable revisions, their text and original bytes.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "audit",
            "kit",
            "outbound",
            "replicas",
            "schedules",
            "health"
        })
package io.opslore.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
