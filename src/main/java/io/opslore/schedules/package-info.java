/**
 * Work that comes again by itself: each job runs once at a time over all portals of the database,
 * and what became of its runs is kept. Other rooms say what there is to do by {@link
 * io.opslore.schedules.ScheduledJob}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"guard", "identity", "audit", "kit", "replicas"})
package io.opslore.schedules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
