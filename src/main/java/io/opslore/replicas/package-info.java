/**
 * Several portals on one database: which of them live, whether they may work side by side, and how
 * they share out what is due.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.opslore.replicas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
