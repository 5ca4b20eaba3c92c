/** Which language models answer, for what and for whom, and the stream of their words. */
@NullMarked
@ApplicationModule(allowedDependencies = {"health", "outbound", "identity", "audit", "kit"})
package io.opslore.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
