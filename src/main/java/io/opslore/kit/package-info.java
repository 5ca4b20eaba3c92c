/** Shared interface parts: rendering of Markdown and code, formatters, notifications. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.opslore.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
