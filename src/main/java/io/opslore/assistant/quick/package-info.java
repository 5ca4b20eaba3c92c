/** Prepared questions with what is to be looked up for them. */
@NullMarked
package io.opslore.assistant.quick;

import org.jspecify.annotations.NullMarked;
