/** Models served by Ollama, through Spring AI; its types stay in here. */
@NullMarked
package io.opslore.models.ollama;

import org.jspecify.annotations.NullMarked;
