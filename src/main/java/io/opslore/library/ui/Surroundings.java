package io.opslore.library.ui;

import io.opslore.library.Document;
import java.util.List;
import java.util.Optional;

/**
 * What there is to know around a document, as far as this reader may.
 *
 * @param successor what took its place
 * @param twins documents that answer with the very same bytes
 * @param mayChange whether the reader may write to its space
 */
record Surroundings(Optional<Document> successor, List<Document> twins, boolean mayChange) {}
