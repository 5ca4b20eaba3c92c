/**
 * Kubernetes, as far as it can be read: its face has no way to change anything, and its transport
 * sends nothing but GET. What leaves it is without secrets.
 */
@NullMarked
@NamedInterface("kubernetes")
package io.opslore.connections.kubernetes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
