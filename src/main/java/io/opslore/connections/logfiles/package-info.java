/** Log files on the portal's own machine, in folders that its operator named. */
@NullMarked
@NamedInterface("logfiles")
package io.opslore.connections.logfiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
