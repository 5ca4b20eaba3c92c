/**
 * Other people's servers that the portal looks into and never writes to: Git, Kubernetes, Docker
 * Swarm, logs. Where each is, what opens it, whose space it belongs to; and the only clients that
 * speak to them, which can do nothing but read.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"library", "guard", "identity", "outbound", "audit", "kit"})
package io.opslore.connections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
