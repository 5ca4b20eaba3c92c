/**
 * What has to be known before another version of the portal takes over a database, and the refusal
 * to work on one that it does not fit. Other rooms say what they know by {@link
 * io.opslore.upgrades.UpgradePart}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.opslore.upgrades;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
