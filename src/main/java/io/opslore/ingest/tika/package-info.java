/** Reads PDF, DOCX and HTML in processes of their own. The only place that knows Tika's parsers. */
@NullMarked
package io.opslore.ingest.tika;

import org.jspecify.annotations.NullMarked;
