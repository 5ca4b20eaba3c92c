/** Where people say what feeds the knowledge base, and see where it stands. */
@NullMarked
package io.opslore.sources.ui;

import org.jspecify.annotations.NullMarked;
