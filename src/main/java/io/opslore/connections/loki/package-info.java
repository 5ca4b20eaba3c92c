/** Loki, asked for lines and what it knows of them, within an estimate of what that costs. */
@NullMarked
@NamedInterface("loki")
package io.opslore.connections.loki;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
