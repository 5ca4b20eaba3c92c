/** Trying a new model beside the one that answers, before it takes over. */
@NullMarked
package io.opslore.assistant.trial;

import org.jspecify.annotations.NullMarked;
