/**
 * What people may use and what they have used: limits by person, role and default, held to by every
 * portal on the database together; and what may come in and go out: the masking of secrets and the
 * filter of questions. Knows nothing of documents and models.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"outbound", "identity", "audit", "kit"})
package io.opslore.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
