/**
 * The command line: looks whether the stores agree, over the running portal's API or without one.
 */
@NullMarked
@NamedInterface("cli")
package io.opslore.operations.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
