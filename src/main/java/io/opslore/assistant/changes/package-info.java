/** Understands questions for what has changed since some day. */
@NullMarked
package io.opslore.assistant.changes;

import org.jspecify.annotations.NullMarked;
