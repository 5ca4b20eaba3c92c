/** Where people say which servers the portal looks into. */
@NullMarked
package io.opslore.connections.ui;

import org.jspecify.annotations.NullMarked;
