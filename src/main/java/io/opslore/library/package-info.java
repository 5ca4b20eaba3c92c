/**
 * The truth about documents: spaces, documents, immutable revisions, their text and original bytes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"health", "identity", "audit", "kit", "replicas"})
package io.opslore.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
