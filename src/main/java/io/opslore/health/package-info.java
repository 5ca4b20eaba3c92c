/**
 * What the portal depends on and how it stands: asked in the background, so that whoever wants to
 * know never waits. Rooms contribute theirs; the room of operations shows and tells it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.opslore.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
