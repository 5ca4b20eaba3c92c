/** The frame around every view: layout, menu, sign-in, theme, errors. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kit", "identity", "audit", "guard::ui"})
package io.opslore.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
