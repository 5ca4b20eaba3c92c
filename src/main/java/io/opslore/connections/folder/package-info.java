/** Folders on the portal's own machine, below those that its operator named; only read. */
@NullMarked
@NamedInterface("folder")
package io.opslore.connections.folder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
