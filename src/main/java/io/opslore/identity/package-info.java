/**
 * Who a person is and what they may do: accounts, groups, roles, sign-in, passwords. Hands every
 * other room an {@link io.opslore.identity.Asker}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"health", "outbound", "audit", "kit", "replicas"})
package io.opslore.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
