/**
 * Docker engines in Swarm mode, looked into and never told to do anything: every request but GET
 * and HEAD is refused before it is sent.
 */
@NullMarked
@NamedInterface("swarm")
package io.opslore.connections.swarm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
