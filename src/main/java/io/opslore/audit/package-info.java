/**
 * The append-only record of who did what. Owns the event interface {@link
 * io.opslore.audit.Auditable}, which every room's records implement; knows no other room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.opslore.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
