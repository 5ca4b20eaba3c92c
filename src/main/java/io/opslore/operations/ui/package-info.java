/** What admins see of the portal's own state. */
@NullMarked
package io.opslore.operations.ui;

import org.jspecify.annotations.NullMarked;
