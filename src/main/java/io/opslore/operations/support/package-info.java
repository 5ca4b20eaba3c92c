/** What helps from afar when something is wrong, without secrets, texts and names. */
@NullMarked
package io.opslore.operations.support;

import org.jspecify.annotations.NullMarked;
