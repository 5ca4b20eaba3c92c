/** The command line: makes, verifies and restores backups. */
@NullMarked
@NamedInterface("cli")
package io.opslore.backup.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
