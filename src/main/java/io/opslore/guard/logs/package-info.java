/** Keeps secrets out of the logs, whoever writes them and wherever they go. */
@NullMarked
package io.opslore.guard.logs;

import org.jspecify.annotations.NullMarked;
