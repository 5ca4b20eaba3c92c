/** {@code opslore eval} and {@code opslore bench}. */
@NamedInterface("cli")
@NullMarked
package io.opslore.quality.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
