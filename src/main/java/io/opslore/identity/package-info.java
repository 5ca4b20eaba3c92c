/**
 * Who a person is: accounts, sign-in, passwords. Hands every other room an {@link
 * io.opslore.identity.Asker}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "audit")
package io.opslore.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
