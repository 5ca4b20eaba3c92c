/** What keeps the portal running: the embedded database, the data folder, start and stop. */
@NullMarked
@ApplicationModule(allowedDependencies = "identity")
package io.opslore.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
