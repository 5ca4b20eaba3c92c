/** The admins' pages about language models. */
@NullMarked
package io.opslore.models.ui;

import org.jspecify.annotations.NullMarked;
