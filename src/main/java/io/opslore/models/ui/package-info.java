/** The admins' page on models. */
@NullMarked
package io.opslore.models.ui;

import org.jspecify.annotations.NullMarked;
