/** Spaces, their documents, and how new ones come in. */
@NullMarked
package io.opslore.ingest.ui;

import org.jspecify.annotations.NullMarked;
