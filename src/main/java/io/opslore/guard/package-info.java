/**
 * What people may use and what they have used: limits by person, role and default, held to by every
 * portal on the database together. Knows nothing of questions and documents.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "audit", "kit"})
package io.opslore.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
