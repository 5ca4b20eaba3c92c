/** Pure text work: markers, sentences, facts, and whether a passage bears them out. */
@NullMarked
package io.opslore.assistant.gate;

import org.jspecify.annotations.NullMarked;
