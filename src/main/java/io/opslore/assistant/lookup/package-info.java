/** What to look up in live systems for a question, and how what was found reads. Pure functions. */
@NullMarked
package io.opslore.assistant.lookup;

import org.jspecify.annotations.NullMarked;
