/** What the portal was like, minute by minute, for those who look after it without other tools. */
@NullMarked
package io.opslore.operations.history;

import org.jspecify.annotations.NullMarked;
