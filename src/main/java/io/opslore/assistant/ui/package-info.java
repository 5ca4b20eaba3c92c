/** Asking, and reading the answer beside its sources. */
@NullMarked
package io.opslore.assistant.ui;

import org.jspecify.annotations.NullMarked;
