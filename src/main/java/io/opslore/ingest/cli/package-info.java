/** The command line: loads a folder into a space, over the running portal's API or without one. */
@NullMarked
@NamedInterface("cli")
package io.opslore.ingest.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
