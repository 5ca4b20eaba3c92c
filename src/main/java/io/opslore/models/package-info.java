/** Which language model answers, whether it is there, and the stream of its words. */
@NullMarked
@ApplicationModule(allowedDependencies = {"outbound", "identity", "audit", "kit"})
package io.opslore.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
