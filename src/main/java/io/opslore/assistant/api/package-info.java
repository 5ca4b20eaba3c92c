/**
 * Questions over HTTP: in the form of OpenAI's chat completions, which editors and scripts speak,
 * and as a tool for agents; signed in by token.
 */
@NullMarked
package io.opslore.assistant.api;

import org.jspecify.annotations.NullMarked;
