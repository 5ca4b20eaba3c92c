/** Several portals on one database: which of them live, and whether they may work side by side. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.opslore.replicas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
