/** The admins' pages on people, groups and roles. */
@NullMarked
package io.opslore.identity.ui;

import org.jspecify.annotations.NullMarked;
