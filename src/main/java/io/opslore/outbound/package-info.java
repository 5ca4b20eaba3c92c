/**
 * The one way out: whoever fetches something from an address gets the means for it here, and none
 * can be made elsewhere. Knows no other room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.opslore.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
